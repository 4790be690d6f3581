import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Row } from './part.ts'

const kept = resolve('conformance/.work/rows')
const sectionOf = (part: string) => resolve(kept, `${part}.md`)

/** What a part came to, for the page that is written when others have run. Its section goes when it did not run. */
export function keepRows(part: string, rows: readonly Row[]): void {
  mkdirSync(kept, { recursive: true })
  const date = new Date().toISOString().slice(0, 10)
  writeFileSync(resolve(kept, `${part}.json`), JSON.stringify(rows.map(row => ({ ...row, date }))))
  if (rows.every(({ status }) => status === 'not run')) rmSync(sectionOf(part), { force: true })
}

/** What a part has to say below the table. */
export function keepSection(part: string, text: string): void {
  mkdirSync(kept, { recursive: true })
  writeFileSync(sectionOf(part), text)
}

/** docs/conformance.md: the last run of each part in this folder; a part that was never run says so. */
export function writePage(parts: readonly string[]): void {
  const lines = parts.flatMap(part => rowsOf(part).map(row => row.map(cell => cell.replaceAll('|', '\\|'))))
  const head = ['part', 'with', 'outcome', 'measured', 'date']
  const page = [
    '# torchspore against the real frameworks',
    '',
    'Written by `npm run conformance`: do not edit. Originals run under torch 2.15.0, rewrites under MindSpore 2.7.0 and',
    '2.10.0, each in a process of its own, Python 3.11, on CPU, with integers for inputs, weights and biases: equal is equal',
    'to the last bit. What torch refuses and a rewrite does not is in differences.md.',
    '',
    ...[head, head.map(() => '---'), ...lines].map(line => `| ${line.join(' | ')} |`),
    '',
    ...parts.map(sectionOf).flatMap(path => (existsSync(path) ? [readFileSync(path, 'utf8')] : [])),
  ].join('\n')
  writeFileSync('docs/conformance.md', `${page.trimEnd()}\n`)
}

function rowsOf(part: string): readonly (readonly string[])[] {
  const path = resolve(kept, `${part}.json`)
  if (!existsSync(path)) return [[part, '', 'not run', '', '']]
  // JSON.parse knows no types; keepRows wrote it.
  const rows = JSON.parse(readFileSync(path, 'utf8')) as readonly (Row & { readonly date: string })[]
  return rows.map(row => [row.part, row.environment, row.status, row.told, row.date])
}
