import type { Offset } from '../text/span.ts'
import type { FileLines } from './file_lines.ts'

/** A place in a file as a person reads it, in a notebook with its cell. */
export function shownPlace(lines: FileLines, offset: Offset): string {
  const { row, column } = lines.position(offset)
  const cell = lines.cell(offset)
  return `${cell === null ? '' : `cell ${cell}:`}${row}:${column}`
}
