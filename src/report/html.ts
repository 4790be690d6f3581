import { say } from '../messages/say.ts'
import { Counts } from './counts.ts'
import type { FileFindings } from './found.ts'
import { fileSection } from './html_file.ts'
import { script } from './html_script.ts'
import { style } from './html_style.ts'
import { totals } from './html_totals.ts'
import { type Calls, createPictures } from './html_windows.ts'
import type { Reporter } from './reporter.ts'
import type { Surroundings } from './surroundings.ts'
import { element, escapeXml } from './svg.ts'
import { visible } from './visible.ts'

/** One page that needs nothing else: totals, a filter, and each finding with its change, proof and windows. */
export function createHtmlReporter(surroundings: Surroundings, calls: Calls): Reporter {
  const pictures = createPictures(calls, surroundings.locale)
  const counts = new Counts()
  let files = 0
  const opening = () => (files === 0 ? headOf(surroundings) : '')
  function file(found: FileFindings): string {
    if (found.findings.length === 0) return ''
    counts.add(found.findings)
    const lead = opening()
    const section = fileSection(found, `f${++files}`, surroundings, pictures)
    return lead + section
  }
  return {
    file,
    end: (failures = []) => {
      const told = totals(counts.sorted(), failures, surroundings)
      return `${opening()}</main>\n${told}\n${element('script', {}, script)}\n</body>\n</html>\n`
    },
  }
}

/** The page up to its first finding. The totals are known last, and are shown first by the style. */
function headOf({ locale, root, version, digest }: Surroundings): string {
  const title = say({ id: 'html.label', label: 'title' }, locale)
  const place = visible(root)
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${digest(style)}'`,
    `script-src 'sha256-${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
  const lines = [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy.join('; ') }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    element('title', {}, escapeXml(`torchspore: ${place}`)),
    element('style', {}, style),
    '</head>',
    '<body>',
    element('a', { class: 'skip', href: '#findings' }, escapeXml(say({ id: 'html.label', label: 'skip' }, locale))),
    '<header>',
    element('h1', {}, escapeXml(title)),
    element('p', {}, element('code', {}, escapeXml(place)), escapeXml(` · torchspore ${version}`)),
    '</header>',
    '<main id="findings" tabindex="-1">',
  ]
  return lines.map(line => `${line}\n`).join('')
}
