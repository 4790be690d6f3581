/**
 * The real code that torchspore is measured on.
 *
 *   node scripts/corpus.mjs [download|check] [PACKAGE...]
 *
 * `download` fetches the packages of corpus.json into corpus/, keeping what is there; `check` runs dist/cli.js over
 * them and writes docs/corpus.md (only when no package is named). Without a stage, both.
 * Needs python3 with pip and venv on PATH.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkPackage } from './corpus/check.mjs'
import { download } from './corpus/download.mjs'
import { fixPackage } from './corpus/fix.mjs'
import { problems, table } from './corpus/table.mjs'

const packages = JSON.parse(readFileSync(new URL('corpus.json', import.meta.url), 'utf8'))

/** What the words on the command line ask for. */
function request(words) {
  const stages = words.filter(word => word === 'download' || word === 'check')
  const names = words.filter(word => !stages.includes(word))
  const unknown = names.find(name => !packages.some(entry => entry.package === name))
  if (unknown) throw new Error(`corpus: ${unknown} is not in scripts/corpus.json`)
  return {
    stages: stages.length ? stages : ['download', 'check'],
    chosen: names.length ? packages.filter(entry => names.includes(entry.package)) : packages,
  }
}

/** Everything that is measured of one package. */
function measure(entry) {
  const row = { ...entry, ...checkPackage(entry), fix: fixPackage(entry) }
  console.log(
    `${entry.package}: ${row.findings.length} findings, ${row.seconds.toFixed(1)} s, ${row.peak.toFixed(0)} MB`,
  )
  return row
}

function check(chosen) {
  const rows = chosen.map(measure)
  if (chosen.length === packages.length) writeFileSync('docs/corpus.md', table(rows))
  for (const problem of problems(rows)) {
    console.error(problem)
    process.exitCode = 1
  }
}

const { stages, chosen } = request(process.argv.slice(2))
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (stages.includes('download')) chosen.forEach(download)
if (stages.includes('check')) check(chosen)
