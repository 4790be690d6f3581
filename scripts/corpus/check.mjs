/** Runs the command line over one package and measures it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const preload = new URL('peak.mjs', import.meta.url).href
export const command = ['dist/cli.js', 'check', '--isolated', '--output-format', 'json']

/** The findings, the number of .py files, the seconds and the peak memory in MB. */
export function checkPackage(entry) {
  const folder = join('corpus', entry.package)
  return { files: pythonFiles(folder), ...measured([...command, folder]) }
}

function measured(args) {
  const scratch = mkdtempSync(join(tmpdir(), 'torchspore-peak-'))
  const report = join(scratch, 'peak')
  const start = performance.now()
  const stdout = run(process.execPath, ['--import', preload, ...args], {
    statuses: [0, 1],
    env: { ...process.env, CORPUS_PEAK: report },
  })
  const seconds = (performance.now() - start) / 1000
  // Workers and child processes report too: the largest counts.
  const peak = Math.max(...readFileSync(report, 'utf8').trim().split('\n').map(Number))
  rmSync(scratch, { recursive: true })
  return { findings: JSON.parse(stdout), seconds, peak }
}

function pythonFiles(folder) {
  return readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.py')).length
}
