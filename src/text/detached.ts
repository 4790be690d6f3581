/** From so many letters on, V8 keeps a piece of a text as a view of the whole text. */
const leastView = 13

/** The same text with memory of its own: what is cut out of a source would keep all of it, for as long as it is remembered. */
export function detached(text: string): string {
  // What is joined is copied before anything is cut off it.
  return text.length < leastView ? text : ` ${text}`.slice(1)
}
