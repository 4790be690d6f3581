import type { Finding } from '../engine/finding.ts'
import { say } from '../messages/say.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import type { FileFindings } from './found.ts'
import { listingOf } from './html_listing.ts'
import type { Pictures } from './html_windows.ts'
import { pathFrom } from './place.ts'
import { shownPlace } from './shown_place.ts'
import type { Surroundings } from './surroundings.ts'
import { element, escapeXml } from './svg.ts'
import { rowsOf } from './table.ts'
import { visible } from './visible.ts'

/** What the parts of a finding need. */
interface View {
  readonly source: string
  readonly lines: FileLines
  readonly surroundings: Surroundings
  readonly pictures: Pictures
}

/** The findings of one file, under its path. */
export function fileSection(file: FileFindings, id: string, surroundings: Surroundings, pictures: Pictures): string {
  const { source, findings, absolute } = file
  const view = { source, lines: linesOf(file), surroundings, pictures }
  const path = element('code', {}, escapeXml(visible(pathFrom(surroundings.root, absolute))))
  const heading = element('h2', {}, path, ' ', element('small', {}, String(findings.length)))
  const articles = findings.map((finding, index) => article(view, finding, `${id}-${index + 1}`))
  return `${element('section', { id, class: 'file' }, '\n', heading, '\n', ...articles)}\n`
}

function article(view: View, finding: Finding, id: string): string {
  const about = [said(view, finding), view.pictures.of(view.source, finding)].filter(part => part !== '')
  const parts = [
    heading(view, finding, id),
    listingOf(view.source, view.lines, finding, view.surroundings.locale),
    about.length > 0 ? element('div', { class: 'about' }, ...about) : '',
  ]
  const attributes = { id, 'data-code': finding.code, 'data-fix': finding.fix?.applicability ?? 'none' }
  return `${element('article', attributes, ...parts)}\n`
}

function heading({ lines, surroundings }: View, finding: Finding, id: string): string {
  const { locale, pageUrl } = surroundings
  const url = pageUrl(finding.code)
  const kind = finding.fix?.applicability ?? 'none'
  return element(
    'h3',
    {},
    element('a', { class: 'place', href: `#${id}` }, shownPlace(lines, finding.span.start)),
    ' ',
    element('b', { class: finding.severity }, url === null ? finding.code : element('a', { href: url }, finding.code)),
    ' ',
    element('span', {}, escapeXml(visible(say(finding.message, locale)))),
    ' ',
    element('i', { class: kind }, escapeXml(say({ id: 'html.label', label: kind }, locale))),
  )
}

/** The proof, what it leans on, what there is to note, and what was refuted. */
function said({ surroundings: { locale } }: View, { certificate, ...finding }: Finding): string {
  const rows = rowsOf({ ...finding, certificate }, locale)
  const label = (isProof: boolean) => say({ id: 'verify.label', label: isProof ? 'proof' : 'note' }, locale)
  const items = rows.map(({ subject, text }, index) => {
    const isProof = index === 0 && certificate !== null
    const term = element('dt', {}, escapeXml(visible(subject ?? label(isProof))))
    return term + element('dd', { class: isProof ? certificate.status : undefined }, escapeXml(visible(text)))
  })
  return items.length > 0 ? element('dl', {}, ...items) : ''
}
