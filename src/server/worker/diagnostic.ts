import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Severity } from '../../engine/codes.ts'
import type { Finding } from '../../engine/finding.ts'
import type { Locale } from '../../messages/locale.ts'
import { say } from '../../messages/say.ts'
import { rowsOf } from '../../report/table.ts'
import { pageUrl } from '../page_url.ts'
import { rangeOf } from './range.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** A finding as the protocol has it. `data` tells clients what kind of fix there is. */
export function diagnosticOf(finding: Finding, document: TextDocument, locale: Locale): Diagnostic {
  const { code, severity, span, fix } = finding
  return {
    range: rangeOf(document, span),
    severity: severities[severity],
    code,
    codeDescription: { href: pageUrl(code, locale) },
    source: 'torchspore',
    message: messageOf(finding, locale),
    relatedInformation: relatedTo(finding, document, locale),
    data: { name: finding.name, fix: fix?.applicability ?? null },
  }
}

/** What was found, and the proof where there is one. */
function messageOf({ message, certificate }: Finding, locale: Locale): string {
  const proof = certificate && say(certificate.statement, locale)
  return [say(message, locale), ...(proof ? [proof] : [])].join('\n')
}

/** Notes, counterexamples and refuted rewrites; a note about another line stands there. */
function relatedTo(
  { span, notes, certificate, rejected, ...finding }: Finding,
  document: TextDocument,
  locale: Locale,
): DiagnosticRelatedInformation[] {
  const { uri } = document
  const here = rangeOf(document, span)
  const said = notes.map(({ subject, message }) => {
    const range = 'line' in message ? lineRange(document, message.line) : here
    return { location: { uri, range }, message: [subject, say(message, locale)].filter(Boolean).join(': ') }
  })
  const rows = rowsOf({ ...finding, span, notes: [], certificate, rejected }, locale).slice(certificate ? 1 : 0)
  const more = rows.map(({ subject, text }) => ({
    location: { uri, range: here },
    message: subject ? `${subject}: ${text}` : text,
  }))
  return [...said, ...more]
}

/** The range of a line, counted from 1, without its line end. */
function lineRange(document: TextDocument, line: number): Range {
  const start = { line: line - 1, character: 0 }
  const text = document.getText({ start, end: { line, character: 0 } })
  return { start, end: { line: line - 1, character: text.replace(/[\r\n]+$/, '').length } }
}
