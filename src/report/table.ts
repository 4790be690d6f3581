import type { Certificate, Finding, Rejected } from '../engine/finding.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { onOneLine } from '../text/one_line.ts'
import { padTo } from './align.ts'
import { columns, visible } from './visible.ts'

/** What is said about a finding: `text` about a `subject`; an empty subject goes on with the row before, null is about all. */
export interface Row {
  readonly subject: string | null
  readonly text: string
}

/** The certificate, the notes, and what was tried and refuted. */
export function rowsOf(finding: Finding, locale: Locale): readonly Row[] {
  const notes = finding.notes.map(({ subject, message }) => ({ subject: subject || null, text: say(message, locale) }))
  const certificate = finding.certificate ? certificateRows(finding.certificate, locale) : []
  return [...certificate, ...notes, ...finding.rejected.flatMap(rejected => rejectedRows(rejected, locale))]
}

function certificateRows(certificate: Certificate, locale: Locale): readonly Row[] {
  const assumes = certificate.assumes.map(message => ({
    subject: say({ id: 'report.assumes' }, locale),
    text: say(message, locale),
  }))
  const against =
    certificate.status === 'refuted'
      ? [{ subject: null, text: say({ id: 'counterexample', counterexample: certificate.counterexample }, locale) }]
      : []
  return [{ subject: null, text: say(certificate.statement, locale) }, ...against, ...assumes]
}

function rejectedRows({ rewrite, counterexample }: Rejected, locale: Locale): readonly Row[] {
  return [
    { subject: say({ id: 'report.refuted' }, locale), text: onOneLine(rewrite) },
    { subject: '', text: say({ id: 'counterexample', counterexample }, locale) },
  ]
}

/** All that is said about a finding but where it is, a line each: its message, and the rows. */
export function linesAbout(finding: Finding, locale: Locale): readonly string[] {
  return [visible(say(finding.message, locale)), ...layOut(rowsOf(finding, locale), subject => subject)]
}

/** Rows as lines, their subjects in a column. */
export function layOut(rows: readonly Row[], paint: (subject: string) => string): readonly string[] {
  const width = Math.max(0, ...rows.map(({ subject }) => columns(subject ?? ''))) + 3
  return rows.map(({ subject, text }) =>
    subject === null ? visible(text) : paint(subject) + padTo(subject, width).slice(subject.length) + visible(text),
  )
}
