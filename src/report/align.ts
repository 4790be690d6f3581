import { columns } from './visible.ts'

/** A cell with its text filled up to a width of columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

/** Rows of cells as lines, each column as wide as its widest cell, two spaces between. */
export function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (before, row) => row.map((cell, index) => Math.max(before[index] ?? 0, columns(cell))),
    [],
  )
  return rows.map(row =>
    row
      .map((cell, index) => padTo(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
