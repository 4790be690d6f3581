import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { failureOf, runProgram } from './process.ts'

/** Fetches the corpus where it is not there; why that failed, or null. */
export function fetchCorpus(): string | null {
  const failure = failureOf(runProgram(process.execPath, ['scripts/corpus.mjs', 'download'], '.'))
  return failure && `no corpus: ${failure}`
}

/** The Python files below a folder, sorted. */
export function pythonFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.py'))
  return names.sort().map(name => resolve(folder, name))
}
