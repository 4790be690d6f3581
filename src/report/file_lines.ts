import type { Edit } from '../text/edit.ts'
import { createLines, type Lines } from '../text/lines.ts'
import type { Offset, Span } from '../text/span.ts'
import type { Cell, FileFindings } from './found.ts'

/** The lines of a file; in a notebook, positions count from the start of the cell that they are in. */
export interface FileLines extends Lines {
  /** Which cell of a notebook the offset is in; null in other files. */
  cell(offset: Offset): number | null
  /** What a row is called: its number in the cell. */
  shownRow(row: number): number
  /** An edit that inserts behind the end of a cell's last line, as one that inserts at it. */
  within(edit: Edit): Edit
}

/** The lines of the source that findings count in. */
export function linesOf({ source, cells = [] }: Pick<FileFindings, 'source' | 'cells'>): FileLines {
  const lines = createLines(source)
  const cellAt = (offset: Offset) => cells.findLast(({ span }) => span.start <= offset)
  const before = (offset: Offset) => lines.row(cellAt(offset)?.span.start ?? lines.line(1).start) - 1
  return {
    ...lines,
    position: offset => {
      const { row, column } = lines.position(offset)
      return { row: row - before(offset), column }
    },
    cell: offset => cellAt(offset)?.index ?? null,
    shownRow: row => row - before(lines.line(row).start),
    within: edit => within(edit, cellAt(edit.span.start)),
  }
}

function within(edit: Edit, cell: Cell | undefined): Edit {
  const { content, span } = edit
  if (!cell || span.start <= cell.span.end) return edit
  const end = /[\r\n]*$/.exec(content)?.[0] ?? ''
  const at: Span = { start: cell.span.end, end: cell.span.end }
  return { span: at, content: end + content.slice(0, content.length - end.length) }
}
