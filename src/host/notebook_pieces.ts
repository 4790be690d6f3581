import { diffArrays } from 'diff'

/** A line of a cell's source, or all that one string of the list holds, and how the file writes it. */
export interface Piece {
  readonly text: string
  readonly raw: string
}

/** A `source` as it stands in the file: one string, or a list of them. */
export interface Written {
  readonly form: 'string' | 'list'
  readonly raw: string
  readonly pieces: readonly Piece[]
  /** What stands between two strings of a list. */
  readonly separator: string
}

/** The lines of one string, from its JSON with the quotes. */
export function piecesOf(raw: string): readonly Piece[] {
  const inner = raw.slice(1, -1)
  const escapes = inner.matchAll(/\\(?:u[0-9a-fA-F]{4}|[^u])/g)
  const newlines = [...escapes].filter(([written]) => written === '\\n' || /^\\u000a$/i.test(written))
  const ends = newlines.map(({ index, 0: written }) => index + written.length)
  const lines = [0, ...ends].map((start, index) => inner.slice(start, ends[index]))
  return lines.filter(line => line !== '').map(line => ({ text: decoded(line), raw: line }))
}

function decoded(raw: string): string {
  // The text of a JSON string between its quotes.
  return JSON.parse(`"${raw}"`) as string
}

/** The JSON of a changed source in the form and the escapes that it had; lines that stay, stay to the byte. */
export function rewrite({ form, raw, pieces, separator }: Written, text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const isAscii = !/[^\0-\x7f]/.test(raw)
  const quoted = (line: string) => {
    const json = isAscii ? inAscii(JSON.stringify(line)) : JSON.stringify(line)
    return form === 'list' ? json : json.slice(1, -1)
  }
  const kept = merged(pieces, lines, quoted)
  if (form === 'string') return `"${kept.join('')}"`
  const lead = /^\[\s*/.exec(raw)?.[0] ?? ''
  return lead + kept.join(separator) + raw.slice(raw.slice(0, -1).trimEnd().length)
}

function merged(pieces: readonly Piece[], lines: readonly string[], quoted: (line: string) => string): string[] {
  const rest = [...pieces]
  const old = pieces.map(({ text }) => text)
  return diffArrays(old, [...lines]).flatMap(({ value, added, removed }) => {
    if (added) return value.map(quoted)
    const taken = rest.splice(0, value.length)
    return removed ? [] : taken.map(piece => piece.raw)
  })
}

function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
