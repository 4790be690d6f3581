/**
 * Where the next definition or import of the module begins, whatever stands before it: behind the first line from an offset on,
 * at a line's start, not in a string, not under a decorator. The end of the text without one.
 */
export function nextDefinition(source: string, offset: number): number {
  token.lastIndex = offset
  let isDecorated = source[offset] === '@'
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [, decorator, definition] = found
    if (decorator === undefined && definition === undefined) continue
    const start = token.lastIndex
    if (!isDecorated) return start
    isDecorated = decorator !== undefined
  }
  return source.length
}

/** The longest word that shows where a definition begins. */
export const longestLead = 'async def '.length

/** A string, a comment, or the end of a line with what may follow it. */
const token =
  /'''[\s\S]*?'''|"""[\s\S]*?"""|'(?:\\[\s\S]|[^'\\\r\n])*'|"(?:\\[\s\S]|[^"\\\r\n])*"|#[^\r\n]*|[\r\n](?:(?=(@))|(?=((?:async )?def |class |import |from )))/g
