import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '../src/engine/checker.ts'
import type { Finding } from '../src/engine/finding.ts'
import { type Job, type ModuleJob, type Result, runOriginals, runRewrites } from './execute.ts'
import { type FixtureFile, roots, writeFixtures } from './fixture_files.ts'
import { grammar } from './grammar.ts'
import { type Part, passedUnless } from './part.ts'
import { counted, problemsOf } from './verdicts.ts'

/** What to call in a fixture's module, and where to cut it. */
interface Drive {
  readonly calls?: readonly string[]
  readonly until?: string
}

/** Every fixture, before under torch and after under MindSpore: outputs and gradients, in both modes. */
export const fixtures: Part = async ({ torch, mindspores }) => {
  // JSON.parse knows no types; the file beside this one is what it says.
  const drives = JSON.parse(readFileSync('conformance/fixtures.json', 'utf8')) as Readonly<Record<string, Drive>>
  const files = writeFixtures(await createChecker(grammar), module => drives[module]?.until)
  const modules = [...new Set(files.filter(({ fixed }) => fixed.length > 0).map(({ module }) => module))]
  const jobs = (root: string): readonly Job[] => modules.map(module => job(root, module, drives[module]?.calls ?? []))
  const originals = runOriginals('fixtures', torch, jobs(roots.before))
  return mindspores.map(mindspore => {
    const results = runRewrites('fixtures', mindspore, jobs(roots.after), originals, ['PyNative', 'graph'])
    const unseen = files.flatMap(file => notExecuted(file, results))
    const disagreements = files.flatMap(({ disagreement }) => disagreement ?? [])
    const problems = [...problemsOf(results).map(({ text }) => text), ...unseen, ...disagreements]
    const calls = files.reduce((sum, file) => sum + rewrittenCalls(file).length, 0)
    const told = `${modules.length} programs, ${calls} rewritten calls, ${calls - unseen.length} of them run; ${counted(results)}`
    return { part: 'fixtures', environment: mindspore.name, status: passedUnless(problems), told, problems }
  })
}

function job(root: string, module: string, calls: readonly string[]): ModuleJob {
  const inputs = [
    { length: 5, batch: 2 },
    { length: 1, batch: 1 },
  ]
  return { kind: 'module', id: module, root, module, calls, inputs, gradients: true }
}

/** Of a file's fixes, those of calls; an alias, a base or a class test is run through what uses it. */
function rewrittenCalls({ before, fixed }: FixtureFile): readonly Finding[] {
  return fixed.filter(({ code, span }) => code.startsWith('TSP1') && /^[\s\\]*\(/.test(before.slice(span.end)))
}

/** The rewritten calls that no run came from. */
function notExecuted(file: FixtureFile, results: readonly Result[]): readonly string[] {
  const { name, before } = file
  const runs = results.flatMap(({ attempts }) => attempts.flatMap(attempt => attempt.runs))
  const here = runs.filter(({ file: path }) => path === join(roots.before, name))
  const starts = [...new Set(here.map(({ at: [line, , column] }) => offsetOf(before, line, column)))]
  const isRun = (offset: number) => starts.some(start => start <= offset && isCallee(before.slice(start, offset)))
  return rewrittenCalls(file)
    .filter(({ span }) => !isRun(span.start))
    .map(({ span }) => `${name}: the call at ${span.start} was not run`)
}

/** What may stand before a callee's last name. */
const isCallee = (text: string) => /^[\s\w.(\\]*$/.test(text.replace(/#.*/g, ''))

/** CPython counts columns in bytes of UTF-8, without a byte order mark. */
function offsetOf(text: string, line: number, column: number): number {
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  const lines = text.slice(bom).split('\n')
  const above = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, bom)
  return (
    above +
    Buffer.from(lines[line - 1] ?? '')
      .subarray(0, column)
      .toString().length
  )
}
