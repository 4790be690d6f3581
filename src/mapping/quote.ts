export type Quote = "'" | '"'

/** The quote that most of the file's one-line strings take; single where there is no majority. */
export function prevailingQuote(source: string): Quote {
  const single = source.match(/(?<!['\w])'(?!')/g)?.length ?? 0
  const double = source.match(/(?<!["\w])"(?!")/g)?.length ?? 0
  return double > single ? '"' : "'"
}

/** A string literal of a text that needs no escapes. */
export function printQuoted(text: string, quote: string): string {
  return `${quote}${text}${quote}`
}
