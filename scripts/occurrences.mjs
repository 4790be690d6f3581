/**
 * Holds torchspore to the corpus: every textual occurrence of the class or the function in a .py file is reported, or
 * explained by what CPython makes of it (scripts/occurrences/classify.py, which shares no code with torchspore).
 *
 *   npm run build && node scripts/occurrences.mjs
 *
 * Prints how many occurrences each category explains, then the unexplained ones, and exits 1 when there is any.
 * Needs the corpus (`npm run corpus`) and python3 on PATH.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './corpus/run.mjs'
import { explained, reportedPlaces, tally } from './occurrences/report.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const names = JSON.parse(readFileSync(new URL('corpus.json', import.meta.url), 'utf8')).map(entry => entry.package)
const folders = names.map(name => join(root, 'corpus', name))
const missing = folders.find(folder => !existsSync(folder))
if (missing) throw new Error(`${missing} is missing; run \`npm run corpus\` first`)

function pythonFiles(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.py'))
    .map(({ parentPath, name }) => join(parentPath, name))
}

function findings() {
  const command = ['dist/cli.js', 'check', '--isolated', '--exit-zero', '--output-format', 'json']
  return JSON.parse(run(process.execPath, [...command, ...folders], { cwd: root }))
}

function occurrences() {
  const script = fileURLToPath(new URL('occurrences/classify.py', import.meta.url))
  const input = folders.flatMap(pythonFiles).join('\n')
  const lines = run('python3', ['-W', 'ignore', '-B', script], { input }).trim().split('\n')
  return lines.map(line => JSON.parse(line))
}

const all = explained(occurrences(), reportedPlaces(findings()))
for (const [explanation, count] of tally(all))
  console.log(`${String(count).padStart(5)} ${explanation ?? 'UNEXPLAINED'}`)
const open = all.filter(({ explanation }) => explanation === null)
for (const { path, row, column, text } of open) console.log(`${relative(root, path)}:${row}:${column} ${text}`)
if (open.length > 0) process.exitCode = 1
