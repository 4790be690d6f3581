import type { Finding } from '../engine/finding.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'
import { say } from '../messages/say.ts'
import type { Edit } from '../text/edit.ts'
import { changesOf } from './changes.ts'
import { contextOf } from './context.ts'
import { type FileLines, linesOf } from './file_lines.ts'
import type { FileFindings } from './found.ts'
import { gutter } from './gutter.ts'
import type { Reporter } from './reporter.ts'
import { createStyle, type Style } from './style.ts'
import { layOut, rowsOf } from './table.ts'
import { visible, visibleLine } from './visible.ts'

/** How text is to look. */
export interface TextOptions {
  readonly colours?: boolean
  readonly locale?: Locale
}

/** For people: each finding in its place, its proof, its notes and what its fix changes. */
export function createTextReporter({ colours = false, locale = defaultLocale }: TextOptions = {}): Reporter {
  const style = createStyle(colours)
  return { file: found => fileText(found, style, locale), end: () => '' }
}

/** What each part of one file's report needs. */
interface View {
  readonly file: FileFindings
  readonly lines: FileLines
  readonly style: Style
  readonly locale: Locale
}

function fileText(file: FileFindings, style: Style, locale: Locale): string {
  const view = { file, lines: linesOf(file), style, locale }
  const shown = new Set<string>()
  const blocks = file.findings.map(finding => [
    heading(view, finding),
    ...body(view, finding),
    ...changes(view, finding, shown),
    '',
  ])
  return blocks
    .flat()
    .map(line => `${line}\n`)
    .join('')
}

function heading({ file, lines, style, locale }: View, { span, code, severity, message, fix }: Finding): string {
  const { row, column } = lines.position(span.start)
  const cell = lines.cell(span.start)
  const path = cell === null ? file.path : `${file.path}:cell ${cell}`
  const place = `${style.path(visible(path))}:${row}:${column}`
  const tag = fix ? `  ${style.fix(say({ id: 'report.fix', applicability: fix.applicability }, locale))}` : ''
  return `${place} ${style.severity[severity](code)} ${visible(say(message, locale))}${tag}`
}

function body({ file, lines, style, locale }: View, finding: Finding): readonly string[] {
  const context = file.source === '' ? [] : contextOf(file.source, lines, finding.span, style)
  const table = layOut(rowsOf(finding, locale), style.subject)
  return [...context, ...table.map(line => gutter(style, '|', null, line))]
}

/** What the fix changes; an import that it shares with a finding before it is not shown again. */
function changes({ file, lines, style }: View, { fix, span }: Finding, shown: Set<string>): readonly string[] {
  const edits = fix?.edits.filter(edit => !shown.has(keyOf(edit))) ?? []
  for (const edit of edits) shown.add(keyOf(edit))
  let here = lines.cell(span.start)
  return changesOf(file.source, lines, edits).flatMap(({ mark, row, text }) => {
    const paint = mark === '+' ? style.added : style.removed
    const cell = lines.cell(lines.line(row).start)
    const heading = cell === here ? [] : [gutter(style, '|', null, `cell ${cell}`)]
    here = cell
    return [...heading, gutter(style, mark, lines.shownRow(row), paint(visibleLine(text)))]
  })
}

const keyOf = ({ span, content }: Edit) => `${span.start}-${span.end} ${content}`
