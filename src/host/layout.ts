import type { Finding } from '../engine/finding.ts'
import type { Message } from '../engine/message.ts'
import { type FileLines, linesOf } from '../report/file_lines.ts'
import type { Cell, FileFindings } from '../report/found.ts'

/** The code of a notebook as a person knows it, and the cells in it. */
export interface Layout {
  readonly source: string
  readonly cells: readonly Cell[]
}

/** The cells by their numbers, with their code. */
export function cellTexts({ source, cells }: Layout): readonly { readonly cell: number; readonly code: string }[] {
  return cells.map(({ index, span }) => ({ cell: index, code: source.slice(span.start, span.end) }))
}

/** A text, a file's or a notebook's, and what was found in it, as they are reported. */
export function foundIn(
  text: string,
  findings: readonly Finding[],
  layout: ((text: string) => Layout) | undefined,
): Pick<FileFindings, 'source' | 'cells' | 'findings'> {
  const laid = layout?.(text)
  return laid ? { ...laid, findings: inCells(findings, laid) } : { source: text, findings }
}

/** The findings with messages that count lines as a person does: in their cells. */
function inCells(findings: readonly Finding[], layout: Layout): readonly Finding[] {
  const lines = linesOf(layout)
  const inCell = (message: Message) => ('line' in message ? { ...message, ...placeOf(lines, message.line) } : message)
  return findings.map(finding => ({
    ...finding,
    message: inCell(finding.message),
    notes: finding.notes.map(note => ({ ...note, message: inCell(note.message) })),
  }))
}

function placeOf(lines: FileLines, row: number): { readonly line: number; readonly cell?: number } {
  const cell = lines.cell(lines.line(row).start)
  return { line: lines.shownRow(row), ...(cell === null ? {} : { cell }) }
}
