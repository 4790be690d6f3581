import type { CodePage } from '../engine/pages.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'
import type { PageLabel } from '../messages/page.ts'
import { say } from '../messages/say.ts'
import { align } from './align.ts'
import { createStyle } from './style.ts'
import type { TextOptions } from './text.ts'
import { wrap } from './wrap.ts'

const width = 80
const indent = '  '

/** The page of one code for a terminal. */
export function pageText(page: CodePage, { colours = false, locale = defaultLocale }: TextOptions = {}): string {
  const style = createStyle(colours)
  const section = (label: PageLabel, lines: readonly string[]) =>
    lines.length > 0 ? ['', style.path(labelled(label, locale)), ...lines.map(line => indented(line))] : []
  const lines = [
    `${style.severity[page.severity](page.code)} ${page.name}`,
    ...wrap(page.title, width),
    ...section('what', prose(page.what)),
    ...section('why', prose(page.why)),
    ...section('setting', page.setting === null ? [] : [page.setting]),
    ...section('before', code(page.before)),
    ...section('after', page.after === null ? [`(${labelled('stays', locale)})`] : code(page.after)),
    ...section('parameters', parameterLines(page, locale)),
    ...section('calls', callLines(page)),
    ...section('source', prose(page.source)),
  ]
  return lines.map(line => `${line}\n`).join('')
}

/** Codes with their titles, one a line. */
export function pageList(pages: readonly CodePage[]): string {
  return align(pages.map(({ code, title }) => [code, title]))
    .map(line => `${line}\n`)
    .join('')
}

function parameterLines({ parameters }: CodePage, locale: Locale): readonly string[] {
  const paragraphs = parameters.map(({ name, counterpart, explanation }) => [
    `${name} -> ${counterpart ?? `(${labelled('none', locale)})`}`,
    ...wrap(explanation, width - 2 * indent.length).map(line => indented(line)),
  ])
  return paragraphs.flat()
}

function callLines({ calls }: CodePage): readonly string[] {
  return calls.flatMap(({ before, after }) => (after === null ? [before] : [before, indented(`-> ${after}`)]))
}

const labelled = (label: PageLabel, locale: Locale) => say({ id: 'page.label', label }, locale)
const prose = (text: string) => wrap(text, width - indent.length)
const code = (text: string) => text.trimEnd().split('\n')
const indented = (line: string) => (line === '' ? '' : indent + line)
