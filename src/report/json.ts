import type { Finding, Fix } from '../engine/finding.ts'
import { say } from '../messages/say.ts'
import type { Edit } from '../text/edit.ts'
import type { Position } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { certificateJson } from './certificate_json.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import type { FileFindings } from './found.ts'
import { createItems } from './items.ts'
import type { Reporter } from './reporter.ts'

/** ruff's JSON array, with the certificate, the notes and the refuted rewrites beside it. English, whatever the locale. */
export function createJsonReporter(): Reporter {
  const items = createItems(true)
  return { file: found => items.next(jsonFindings(found)), end: () => `${items.close()}\n` }
}

/** A file's findings as JSON values. */
export function jsonFindings(file: FileFindings): readonly object[] {
  const lines = linesOf(file)
  return file.findings.map(finding => jsonFinding(file.absolute, lines, finding))
}

function jsonFinding(filename: string, lines: FileLines, finding: Finding): object {
  const { code, name, severity, span, message, notes, fix, certificate, rejected } = finding
  const range = rangeOf(lines, span)
  return {
    code,
    name,
    severity,
    message: say(message),
    filename,
    ...range,
    fix: fix && jsonFix(lines, fix),
    noqa_row: range.location.row,
    url: null,
    cell: lines.cell(span.start),
    certificate: certificate && certificateJson(certificate),
    rejected,
    notes: notes.map(note => ({ subject: note.subject, message: say(note.message) })),
  }
}

function rangeOf(lines: FileLines, { start, end }: Span): { location: Position; end_location: Position } {
  return { location: lines.position(start), end_location: lines.position(end) }
}

function jsonFix(lines: FileLines, { applicability, message, edits }: Fix): object {
  return { applicability, message: say(message), edits: edits.map(edit => jsonEdit(lines, edit)) }
}

/** In a notebook each edit has its own cell: an import may be inserted into another one. */
function jsonEdit(lines: FileLines, edit: Edit): object {
  const { content, span } = lines.within(edit)
  const cell = lines.cell(span.start)
  return { content, ...rangeOf(lines, span), ...(cell === null ? {} : { cell }) }
}
