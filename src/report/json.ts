import type { Certificate, Finding, Fix } from '../engine/finding.ts'
import { say } from '../messages/say.ts'
import type { Edit } from '../text/edit.ts'
import { createLines, type Lines, type Position } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import type { FileFindings } from './found.ts'
import type { Reporter } from './reporter.ts'

/** ruff's JSON array, with the certificate, the notes and the refuted rewrites beside it. English, whatever the locale. */
export function createJsonReporter(): Reporter {
  let written = false
  const item = (finding: object) => {
    const lead = written ? ',\n' : '[\n'
    written = true
    return lead + JSON.stringify(finding, null, 2).replace(/^/gm, '  ')
  }
  return {
    file: found => jsonFindings(found).map(item).join(''),
    end: () => (written ? '\n]\n' : '[]\n'),
  }
}

/** A file's findings as JSON values. */
export function jsonFindings(file: FileFindings): readonly object[] {
  const lines = createLines(file.source)
  return file.findings.map(finding => jsonFinding(file.absolute, lines, finding))
}

function jsonFinding(filename: string, lines: Lines, finding: Finding): object {
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
    cell: null,
    certificate: certificate && jsonCertificate(certificate),
    rejected,
    notes: notes.map(note => ({ subject: note.subject, message: say(note.message) })),
  }
}

function rangeOf(lines: Lines, { start, end }: Span): { location: Position; end_location: Position } {
  return { location: lines.position(start), end_location: lines.position(end) }
}

function jsonFix(lines: Lines, { applicability, message, edits }: Fix): object {
  return { applicability, message: say(message), edits: edits.map(edit => jsonEdit(lines, edit)) }
}

function jsonEdit(lines: Lines, { content, span }: Edit): object {
  return { content, ...rangeOf(lines, span) }
}

function jsonCertificate(certificate: Certificate): object {
  const { status, statement, assumes } = certificate
  const said = { status, statement: say(statement), assumes: assumes.map(message => say(message)) }
  return certificate.status === 'refuted' ? { ...said, counterexample: certificate.counterexample } : said
}
