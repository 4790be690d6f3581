import type { HtmlLabel } from '../messages/html.ts'
import { say } from '../messages/say.ts'
import type { CodeCount } from './counts.ts'
import { pathFrom } from './place.ts'
import type { Failure } from './reporter.ts'
import type { Surroundings } from './surroundings.ts'
import { element, escapeXml } from './svg.ts'
import { visible } from './visible.ts'

type Word = (label: HtmlLabel) => string

const kinds = ['safe', 'unsafe', 'none'] as const

/** How many findings there are, by their codes and by what can be done; the filter; what could not be done. */
export function totals(counts: readonly CodeCount[], failures: readonly Failure[], surroundings: Surroundings): string {
  const word: Word = label => escapeXml(say({ id: 'html.label', label }, surroundings.locale))
  const parts = [
    failures.length > 0 ? failed(failures, surroundings.root, word) : '',
    counts.length > 0
      ? tiles(counts, word) + codeTable(counts, surroundings, word) + filter(word)
      : element('p', { class: 'clean' }, escapeXml(say({ id: 'summary.none' }, surroundings.locale))),
  ]
  return element('section', { id: 'totals' }, ...parts)
}

function tiles(counts: readonly CodeCount[], word: Word): string {
  const sum = (kind: (typeof kinds)[number]) => counts.reduce((before, count) => before + countOf(count, kind), 0)
  const total = counts.reduce((before, each) => before + each.total, 0)
  const all = [['findings', total], ...kinds.map(kind => [kind, sum(kind)] as const)] as const
  const items = all.map(([kind, count]) => element('li', { class: kind }, element('b', {}, String(count)), word(kind)))
  return element('ul', { class: 'tiles' }, ...items)
}

function codeTable(counts: readonly CodeCount[], { pages, locale, pageUrl }: Surroundings, word: Word): string {
  const most = Math.max(...counts.map(({ total }) => total))
  const head = [word('code'), word('meaning'), word('findings'), ...kinds.map(word)]
  const rows = counts.map(count => {
    const { code, name, total } = count
    const url = pageUrl(code)
    const numbers = [total, ...kinds.map(kind => countOf(count, kind))]
    const title = pages.find(page => page.code === code)?.title ?? name
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, url === null ? code : element('a', { href: url }, code)),
      element('td', {}, escapeXml(title), bar(count, most)),
      ...numbers.map(number => element('td', {}, number === 0 ? '' : String(number))),
    )
  })
  const heading = element('tr', {}, ...head.map(each => element('th', { scope: 'col' }, each)))
  const table = element('table', { lang: locale }, element('thead', {}, heading), element('tbody', {}, ...rows))
  return element('div', { class: 'codes' }, table)
}

function bar(count: CodeCount, most: number): string {
  let from = 0
  const parts = kinds.map(kind => {
    const width = countOf(count, kind)
    const rect = element('rect', { x: from, width, height: 1, class: kind })
    from += width
    return width > 0 ? rect : ''
  })
  return element('svg', { viewBox: `0 0 ${most} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...parts)
}

/** Shown once the script is there that it needs, which also fills in what there is to choose. */
function filter(word: Word): string {
  const choice = (name: string, label: string, ...options: readonly string[]) => {
    const all = element('option', { value: '' }, word('all'))
    return element('label', {}, label, element('select', { name }, all, ...options))
  }
  const fixes = kinds.map(kind => element('option', { value: kind }, word(kind)))
  return element(
    'form',
    { hidden: 'hidden' },
    element('label', {}, word('search'), '<input type="search" name="text" autocomplete="off" spellcheck="false">'),
    choice('code', word('code')),
    choice('fix', word('fix'), ...fixes),
    choice('file', word('file')),
    element('button', { type: 'reset' }, word('reset')),
    element('output', { 'aria-live': 'polite', 'data-word': word('shown') }, ''),
  )
}

function failed(failures: readonly Failure[], root: string, word: Word): string {
  const items = failures.map(({ path, reason }) => {
    const file = element('code', {}, escapeXml(visible(pathFrom(root, path))))
    return element('li', {}, file, escapeXml(`: ${visible(reason)}`))
  })
  return element('div', { class: 'failed' }, element('h2', {}, word('failed')), element('ul', {}, ...items))
}

function countOf({ total, safe, unsafe }: CodeCount, kind: (typeof kinds)[number]): number {
  return { safe, unsafe, none: total - safe - unsafe }[kind]
}
