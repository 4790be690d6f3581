import type { CodePage } from '../engine/pages.ts'
import { defaultLocale, type Locale } from '../messages/locale.ts'
import type { PageLabel } from '../messages/page.ts'
import { say } from '../messages/say.ts'

/** The page of one code in Markdown. */
export function pageMarkdown(page: CodePage, locale: Locale = defaultLocale): string {
  const label = (name: PageLabel) => say({ id: 'page.label', label: name }, locale)
  const section = (name: PageLabel, ...blocks: readonly string[]) =>
    blocks.length > 0 ? [`## ${label(name)}`, ...blocks] : []
  return document(
    locale,
    `# ${page.code}: ${prose(page.title)}`,
    `\`${page.name}\`, ${page.severity}`,
    prose(page.what),
    ...section('why', prose(page.why)),
    ...section('example', ...exampleBlocks(page, label)),
    ...section('parameters', ...parameterBlocks(page, label)),
    ...section('calls', ...callBlocks(page)),
    ...section('source', prose(page.source)),
  )
}

/** The table of all codes, each with a link to its page. */
export function indexMarkdown(pages: readonly CodePage[], locale: Locale = defaultLocale): string {
  const label = (name: PageLabel) => say({ id: 'page.label', label: name }, locale)
  const rows = pages.map(({ code, name, title }) => [`[${code}](${code}.md)`, `\`${name}\``, prose(title)])
  const head = [label('code'), label('name'), label('title')]
  return document(locale, `# ${say({ id: 'page.index' }, locale)}`, table(head, rows))
}

function document(locale: Locale, ...blocks: readonly string[]): string {
  return [`<!-- ${say({ id: 'page.generated' }, locale)} -->`, ...blocks].map(block => `${block}\n`).join('\n')
}

function exampleBlocks({ setting, before, after }: CodePage, label: (name: PageLabel) => string): readonly string[] {
  const settings = setting === null ? [] : [`${label('setting')}:`, fenced('toml', `${setting}\n`)]
  const fixed = after === null ? [] : [`${label('after')}:`, fenced('python', after)]
  return [
    ...settings,
    `${label('before')}${after === null ? ` (${label('stays')})` : ''}:`,
    fenced('python', before),
    ...fixed,
  ]
}

function parameterBlocks({ parameters }: CodePage, label: (name: PageLabel) => string): readonly string[] {
  if (parameters.length === 0) return []
  const rows = parameters.map(({ name, counterpart, explanation, source }) => [
    `\`${name}\``,
    counterpart === null ? label('none') : `\`${counterpart}\``,
    prose(`${explanation} ${source}`),
  ])
  return [table(['torch', 'MindSpore', ''], rows)]
}

function callBlocks({ calls }: CodePage): readonly string[] {
  if (calls.length === 0) return []
  const texts = calls.map(({ before, after }) => (after === null ? before : `${before}\n# -> ${after}`))
  return [fenced('python', `${texts.join(calls.some(({ after }) => after) ? '\n\n' : '\n')}\n`)]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

const fenced = (language: string, text: string) => `\`\`\`${language}\n${text}\`\`\``

/** Prose in which nothing means anything to Markdown; an underscore between letters is safe there. */
function prose(text: string): string {
  return text.replace(/[\\`*<>[\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
}
