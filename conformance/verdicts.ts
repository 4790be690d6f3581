import { differences, isRefusedSooner, madeEarlier } from './differences.ts'
import type { Attempt, Result, Run } from './execute.ts'

export interface Problem {
  readonly id: string
  readonly text: string
}

/** Wrong values, and whatever raises on one side only and is not one of the known differences. */
export function problemsOf(results: readonly Result[]): readonly Problem[] {
  return results.flatMap(({ id, attempts }) =>
    attempts.flatMap(attempt => textsOf(attempt).map(text => ({ id, text }))),
  )
}

function textsOf(attempt: Attempt): readonly string[] {
  const { error, torch_error, torch_layers, mindspore_layers, values, runs } = attempt
  const told = runs.filter(run => !isFine(run)).map(run => `${run.name} ${run.mode}: ${JSON.stringify(run)}`)
  if (isRefusedSooner(attempt)) return told
  if (Boolean(error) !== Boolean(torch_error))
    return [...told, `only ${error ? 'MindSpore' : 'torch'} raises: ${JSON.stringify(error ?? torch_error)}`]
  if (torch_layers !== mindspore_layers && !error)
    return [...told, `torch made ${torch_layers} layers, MindSpore ${mindspore_layers}`]
  const [before, after] = values
  return before === after ? told : [...told, `torch's call gives ${before}, MindSpore's ${after}`]
}

const differenceOf = (run: Run) => differences.find(({ holds }) => holds(run))
const isFine = (run: Run) => run.verdict === 'equal' || run.verdict === 'both raise' || differenceOf(run) !== undefined

/** What came of all runs, in words: `4,000 runs equal, 12 where both raise`. */
export function counted(results: readonly Result[]): string {
  const attempts = results.flatMap(result => result.attempts)
  const runs = attempts.flatMap(attempt => attempt.runs)
  const of = (verdict: Run['verdict']) => runs.filter(run => run.verdict === verdict)
  const inGraph = of('equal').filter(({ mode }) => mode === 'graph').length
  const made = attempts.filter(({ error, torch_error }) => error && torch_error).length
  const known = differences.map(({ heading, holds }) => [heading, runs.filter(holds).length] as const)
  const sooner = attempts.filter(isRefusedSooner).length
  const named = [...known, [madeEarlier, sooner] as const].filter(([, count]) => count > 0)
  return [
    `${of('equal').length} runs equal (${inGraph} in graph mode)`,
    `${of('different').length} different`,
    `${of('both raise').length + made} where both raise`,
    ...named.map(([heading, count]) => `${count} '${heading}'`),
  ].join(', ')
}
