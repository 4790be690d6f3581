const longest = 120

/** A text in one line, shortened where it is long. */
export function oneLine(text: string): string {
  const line = text.replace(/\s*[\r\n]\s*/g, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
