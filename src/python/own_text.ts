/** From so many letters on, V8 keeps a piece of a text as a view of the whole text, which then stays in memory with it. */
const leastView = 13

/** A piece of a text that is kept for longer than the text. */
export function ownText(piece: string): string {
  // What is joined is copied before anything is cut off it.
  return piece.length < leastView ? piece : ` ${piece}`.slice(1)
}
