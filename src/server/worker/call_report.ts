import type { Position } from 'vscode-languageserver/node'
import type { CallSite } from '../../engine/checker.ts'
import type { Finding } from '../../engine/finding.ts'
import { say } from '../../messages/say.ts'
import { verificationSections } from '../../report/verify_sections.ts'
import { verificationSvg } from '../../report/verify_svg.ts'
import type { CallReport, Subject } from '../worker_protocol.ts'
import type { Desk } from './desk.ts'
import { rangeOf } from './range.ts'

/**
 * What there is to say of the call at a position: the innermost one that something was found at, or, where a person asked
 * for it, that has the class's name.
 */
export function callReport(desk: Desk, subject: Subject, position: Position, asked: boolean): CallReport | null {
  const document = desk.document(subject.uri)
  const text = document.getText()
  if (!asked && !desk.concerns(text, subject.path)) return null
  const findings = desk.findings(subject).filter(({ code }) => /^TSP[12]/.test(code))
  const findingAt = (site: CallSite) =>
    findings.find(({ span }) => site.callee.start <= span.start && span.end <= site.callee.end) ?? null
  const sites = desk.checker.callsAround(text, document.offsetAt(position))
  const site = sites.find(each => findingAt(each) !== null || (asked && each.isNamed))
  return site ? reportOf(desk, subject, site, findingAt(site)) : null
}

function reportOf(desk: Desk, subject: Subject, site: CallSite, finding: Finding | null): CallReport | null {
  const { locale, options } = subject
  const verified = desk.checker.verify(site.text, null, options)
  if (verified.kind === 'unusable') return null
  const { samples, ...sections } = verificationSections(verified, locale)
  return {
    range: rangeOf(desk.document(subject.uri), site.span),
    call: site.text,
    sections: [sections.arguments, sections.proof, sections.windows].filter(text => text !== ''),
    samples: samples || null,
    svg: verificationSvg(verified, locale),
    found: finding && { code: finding.code, message: say(finding.message, locale) },
  }
}
