/** The same text with memory of its own: what is cut out of a source would keep all of it, for as long as it is remembered. */
export function detached(text: string): string {
  return ` ${text}`.slice(1)
}
