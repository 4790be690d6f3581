/** The value of a plain string literal; null for bytes, f-strings, and what needs escapes to be read. */
export function readString(literal: string): string | null {
  const match = /^([rRuU]?)('''|"""|'|")([\s\S]*)\2$/.exec(literal)
  const [, prefix, , body] = match ?? []
  if (prefix === undefined || body === undefined) return null
  return body.includes('\\') && !/[rR]/.test(prefix) ? null : body
}
