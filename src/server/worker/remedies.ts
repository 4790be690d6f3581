import type { Range } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Fix } from '../../engine/finding.ts'
import type { Locale } from '../../messages/locale.ts'
import { say } from '../../messages/say.ts'
import type { Remedy, Subject } from '../worker_protocol.ts'
import type { Desk } from './desk.ts'
import { diagnosticOf } from './diagnostic.ts'
import { ignoreEdit } from './ignore.ts'
import { oneLine } from './one_line.ts'
import { rangeOf, textEdits, touch } from './range.ts'

/** What mends the findings that touch a range, and what silences them: for each the fix, the fix without the compat class, a comment. */
export function remediesIn(desk: Desk, subject: Subject, range: Range): readonly Remedy[] {
  const document = desk.document(subject.uri)
  const findings = desk.findings(subject)
  const touched = findings.filter(({ span }) => touch(rangeOf(document, span), range))
  const others = touched.length > 0 ? withoutCompat(desk, subject) : []
  const check = (text: string) => desk.findingsIn(text, subject)
  return touched.flatMap(finding => {
    const make = makeRemedy(finding, document, subject.locale)
    const ignore = ignoreEdit(finding, findings, document, check)
    const other = otherFix(finding, others)
    return [
      ...(finding.fix ? [make('fix', finding.fix)] : []),
      ...(other ? [make('other-fix', other)] : []),
      ...(ignore ? [ignoring(finding, document, subject.locale, ignore)] : []),
    ]
  })
}

/** The findings as they would be without the compat class; none where it is not set. */
function withoutCompat(desk: Desk, subject: Subject): readonly Finding[] {
  const { options } = subject
  if (options.compatModule === null) return []
  const bare = { ...subject, options: { ...options, compatModule: null } }
  return desk.findingsIn(desk.document(subject.uri).getText(), bare)
}

function otherFix({ span, fix }: Finding, others: readonly Finding[]): Fix | null {
  const other = others.find(each => each.span.start === span.start && each.span.end === span.end)?.fix ?? null
  return other && fix && JSON.stringify(other.edits) === JSON.stringify(fix.edits) ? null : other
}

function makeRemedy(finding: Finding, document: TextDocument, locale: Locale) {
  return (kind: Remedy['kind'], fix: Fix): Remedy => ({
    kind,
    title: titleOf(fix, locale),
    applicability: fix.applicability,
    diagnostic: diagnosticOf(finding, document, locale),
    edits: textEdits(document, fix),
  })
}

function titleOf({ message, applicability }: Fix, locale: Locale): string {
  const title = oneLine(say(message, locale))
  return applicability === 'safe' ? title : `${title} ${say({ id: 'report.fix', applicability }, locale)}`
}

function ignoring(finding: Finding, document: TextDocument, locale: Locale, edit: Remedy['edits'][number]): Remedy {
  return {
    kind: 'ignore',
    title: say({ id: 'server.ignore', code: finding.code }, locale),
    applicability: 'safe',
    diagnostic: diagnosticOf(finding, document, locale),
    edits: [edit],
  }
}
