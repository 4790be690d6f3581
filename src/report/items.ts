import { jsonText } from './json_text.ts'

/** A JSON array that is written piece by piece. */
export interface Items {
  /** The next items, with all that stands before them. */
  next(items: readonly object[]): string
  close(): string
}

/** Begins an array with an item a line, or with its items spread over lines. */
export function createItems(spread: boolean): Items {
  let begun = false
  const one = (item: object) => {
    const lead = begun ? ',\n' : '[\n'
    begun = true
    return lead + (spread ? jsonText(item, 2).replace(/^/gm, '  ') : jsonText(item))
  }
  return { next: items => items.map(one).join(''), close: () => (begun ? '\n]' : '[]') }
}
