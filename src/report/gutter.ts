import type { Style } from './style.ts'

type Mark = '|' | '-' | '+'

/** A line of a report with the row and the mark that stand before it. */
export function gutter(style: Style, mark: Mark, row: number | null, text: string): string {
  const before = `${row ?? ''}`.padStart(5)
  return `${style.gutter(`${before} ${mark}`)} ${text}`.trimEnd()
}
