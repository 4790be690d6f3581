import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compatModule } from '../src/engine/compat_module.ts'
import { compatCalls } from './compat_calls.ts'
import { type Attempt, type ExpressionJob, finish, type Result, runOriginals, runRewrites, work } from './execute.ts'
import { readLines } from './lines.ts'
import { type Part, passedUnless, type Row } from './part.ts'
import { counted, problemsOf } from './verdicts.ts'

const torchSource = 'import functools\nimport numpy\nfrom torch.nn import ConvTranspose1d as C\n'
const compatSource = torchSource.replace('torch.nn', 'mindspore_compat')

/** `torchspore compat`: all golden rows, and every way to call the class, as torch's own is called. */
export const compatClass: Part = ({ torch, mindspores }) => {
  writeFileSync(resolve(work, 'mindspore_compat.py'), compatModule)
  const originals = runOriginals('compat', torch, jobs(torchSource))
  return mindspores.flatMap(mindspore => {
    const results = runRewrites('compat', mindspore, jobs(compatSource), originals, ['PyNative', 'graph'])
    const problems = [...problemsOf(results).map(text), ...results.flatMap(otherErrors)]
    const told = `${compatCalls.length} calls; ${counted(results)}`
    const name = mindspore.name
    const calls: Row = {
      part: 'compat class, calls',
      environment: name,
      status: passedUnless(problems),
      told,
      problems,
    }
    const out = `${work}/compat.goldens.${name.replace(' ', '-')}.jsonl`
    finish(mindspore, ['compat_goldens.py', work, resolve('fixtures/goldens/torch.jsonl'), out])
    return [calls, goldenRow(name, readLines<GoldenResult>(out))]
  })
}

function jobs(source: string): readonly ExpressionJob[] {
  return compatCalls.map(({ call, inputs }, number) => ({
    kind: 'expression',
    id: `compat/${number}`,
    source,
    expression: call,
    valuations: [[]],
    inputs,
    gradients: true,
    graph_inputs: inputs.length,
  }))
}

const text = (problem: { readonly id: string; readonly text: string }) => `${callOf(problem.id)}: ${problem.text}`
const callOf = (id: string) => compatCalls[Number(id.split('/')[1])]?.call ?? id

/** Where torch and the class raise, but not the same class of error. */
function otherErrors({ id, attempts }: Result): readonly string[] {
  return attempts.flatMap(attempt =>
    pairs(attempt).flatMap(([torch, ours]) =>
      torch === ours ? [] : [`${callOf(id)}: torch raises ${torch}, the compat class ${ours}`],
    ),
  )
}

/** The errors of both, wherever each was raised. */
function pairs({ error, torch_error, torch_forward_errors, runs }: Attempt): readonly (readonly [string, string])[] {
  if (error)
    return (torch_error ? [torch_error.type] : torch_forward_errors).flatMap(type =>
      type ? [[type, error.type] as const] : [],
    )
  return runs.flatMap(({ torch, mindspore }) =>
    torch && mindspore && 'type' in mindspore ? [[torch.type, mindspore.type] as const] : [],
  )
}

interface GoldenResult {
  readonly id: number
  readonly mode: string
  readonly verdict: 'equal' | 'both raise' | 'different'
  readonly told: string
}

function goldenRow(environment: string, results: readonly GoldenResult[]): Row {
  const of = (verdict: string, mode: string) =>
    results.filter(each => each.verdict === verdict && each.mode === mode).length
  const wrong = results.filter(({ verdict }) => verdict === 'different')
  const problems = wrong.map(({ id, mode, told }) => `golden ${id}, ${mode}: ${told}`)
  const inMode = (mode: string) =>
    `${mode}: ${of('equal', mode)} equal, ${of('both raise', mode)} where both raise, ${of('different', mode)} different`
  const told = `${inMode('PyNative')}; ${inMode('graph')}`
  return { part: 'compat class, goldens', environment, status: passedUnless(problems), told, problems }
}
