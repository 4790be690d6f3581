const longest = 120

/** A text in one line, shortened where it is long. */
export function oneLine(text: string): string {
  // What is far behind the end is cut off before it is looked at.
  const line = text.slice(0, 10 * longest).replace(/\s*[\r\n]\s*/g, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
