import { resolve } from 'node:path'
import type { Environment } from './environments.ts'
import { readLines, writeLines } from './lines.ts'
import { failureOf, runProgram } from './process.ts'

/** What a layer is run with: (batch, channels, length), or (channels, length) where batch is null. */
export interface Input {
  readonly length: number
  readonly batch: number | null
  /** Further arguments of forward. */
  readonly keywords?: Readonly<Record<string, readonly number[]>>
}

interface Measured {
  readonly id: string
  readonly inputs: readonly Input[]
  readonly gradients: boolean
  /** Where not those of the whole run. */
  readonly modes?: readonly string[]
  /** How many of the inputs are run in graph mode too; one, where nothing is said. */
  readonly graph_inputs?: number
}

/** A module to import from `root`, and calls to evaluate in it. */
export interface ModuleJob extends Measured {
  readonly kind: 'module'
  readonly root: string
  readonly module: string
  readonly calls: readonly string[]
}

/** One call, evaluated among the imports and constants of its file, once for each way to give its names values. */
export interface ExpressionJob extends Measured {
  readonly kind: 'expression'
  readonly source: string
  readonly expression: string
  readonly valuations: readonly (readonly string[])[]
}

export type Job = ModuleJob | ExpressionJob

export interface Failure {
  readonly stage: 'construction' | 'forward'
  readonly type: string
  readonly text: string
}

/** What came of one layer with one input. */
export interface Run {
  readonly name: string
  readonly mode: string
  readonly verdict: 'equal' | 'different' | 'both raise' | 'only torch raises' | 'only mindspore raises'
  readonly wrong?: readonly unknown[]
  readonly torch?: Failure | null
  readonly mindspore?: (Failure & { readonly dtype: string }) | { readonly shape: readonly number[] }
  readonly file: string
  /** First and last line, first and last column in bytes, of torch's call. */
  readonly at: readonly [number, number, number, number]
}

export interface Attempt {
  readonly error: Failure | null
  readonly torch_error: Failure | null
  /** What the call gave under torch and under MindSpore, where that is a plain value. */
  readonly values: readonly [unknown, unknown]
  /** The class of the error, or null, of each run of each layer that torch made. */
  readonly torch_forward_errors: readonly (string | null)[]
  readonly torch_layers: number
  readonly mindspore_layers: number
  /** Layers that stayed torch's. */
  readonly left: number
  readonly runs: readonly Run[]
}

export interface Result {
  readonly id: string
  readonly attempts: readonly Attempt[]
}

/** For what passes between the processes. */
export const work = resolve('conformance/.work')
const scripts = resolve('conformance/python')

/** Originals under torch, which every MindSpore is then held to. */
export interface Originals {
  readonly results: string
  readonly arrays: string
}

/** @throws Error when torch's process fails as a whole */
export function runOriginals(name: string, torch: Environment, jobs: readonly Job[]): Originals {
  const paths = { jobs: `${work}/${name}.torch.jobs.jsonl`, results: `${work}/${name}.torch.jsonl` }
  const arrays = `${work}/${name}.npz`
  writeLines(paths.jobs, jobs)
  finish(torch, ['run_torch.py', paths.jobs, paths.results, arrays])
  return { results: paths.results, arrays }
}

/** @throws Error when MindSpore's process fails as a whole */
export function runRewrites(
  name: string,
  mindspore: Environment,
  jobs: readonly Job[],
  { results, arrays }: Originals,
  modes: readonly string[],
): readonly Result[] {
  const stem = `${work}/${name}.${mindspore.name.replace(' ', '-')}`
  writeLines(`${stem}.jobs.jsonl`, jobs)
  finish(mindspore, ['run_mindspore.py', `${stem}.jobs.jsonl`, results, arrays, `${stem}.jsonl`, ...modes])
  return readLines<Result>(`${stem}.jsonl`)
}

/** Runs one of our Python programs to its end, and gives what it printed. */
export function finish({ name, python }: Environment, [script, ...args]: readonly string[]): string {
  const ran = runProgram(python, [`${scripts}/${script}`, ...args])
  const failure = failureOf(ran)
  if (failure) throw new Error(`${name}, ${script}: ${failure}`)
  return ran.stdout
}
