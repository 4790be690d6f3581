import type { Finding } from '../engine/finding.ts'
import type { Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import { type Change, changesOf } from './changes.ts'
import type { FileLines } from './file_lines.ts'
import { element, escapeXml } from './svg.ts'
import { visibleLine } from './visible.ts'

interface Line extends Omit<Change, 'mark'> {
  readonly mark: Change['mark'] | ' '
}

const elements: { readonly [M in Line['mark']]: string } = { '-': 'del', '+': 'ins', ' ': 'span' }

/** The lines before a fix and after it, or the line of a finding without one; what was found is marked. */
export function listingOf(source: string, lines: FileLines, finding: Finding, locale: Locale): string {
  if (source === '') return ''
  const shown = shownLines(source, lines, finding)
  const rows = shown.flatMap((line, index) => {
    const before = shown[index - 1]
    const gap = before && line.row > before.row + 1 ? [element('span', { class: 'gap' }, '⋯')] : []
    return [...gap, lineElement(line, source, lines, finding)]
  })
  const label = say({ id: 'html.label', label: finding.fix ? 'change' : 'source' }, locale)
  // A box that scrolls has to be reached by the keyboard, too.
  return element('pre', { tabindex: 0, role: 'region', 'aria-label': label }, rows.join('\n'))
}

/** The changed lines, with the found line and the one before it where they stay. */
function shownLines(source: string, lines: FileLines, { span, fix }: Finding): readonly Line[] {
  const changes = changesOf(source, lines, fix?.edits ?? [])
  const gone = new Set(changes.flatMap(({ mark, row }) => (mark === '-' ? [row] : [])))
  const found = lines.row(span.start)
  const kept = [found - 1, found].filter(row => row > 0 && !gone.has(row))
  const context = kept.map((row): Line => ({ mark: ' ', row, text: textOf(source, lines, row) }))
  return [...context.filter(({ row, text }) => row === found || text.trim() !== ''), ...changes].sort(inOrder)
}

/** What comes to stand before a line that stays is shown before it. */
function inOrder(a: Line, b: Line): number {
  return a.row - b.row || Number(a.mark === ' ') - Number(b.mark === ' ')
}

function lineElement({ mark, row, text }: Line, source: string, lines: FileLines, { span }: Finding): string {
  const isFound = mark !== '+' && row === lines.row(span.start)
  const content = isFound ? marked(source, lines, span) : escapeXml(visibleLine(text))
  return element(elements[mark], { 'data-n': `${String(lines.shownRow(row)).padStart(5)} ${mark}` }, content)
}

function marked(source: string, lines: FileLines, span: Finding['span']): string {
  const { start, end } = lines.line(lines.row(span.start))
  const upTo = (offset: number) => visibleLine(source.slice(start, Math.min(offset, end)))
  const [from, to, line] = [upTo(span.start).length, upTo(span.end).length, upTo(end)]
  const [before, found, after] = [line.slice(0, from), line.slice(from, to), line.slice(to)]
  return escapeXml(before) + (found === '' ? '' : element('mark', {}, escapeXml(found))) + escapeXml(after)
}

function textOf(source: string, lines: FileLines, row: number): string {
  const { start, end } = lines.line(row)
  return source.slice(start, end)
}
