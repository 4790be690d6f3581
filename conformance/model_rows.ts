import type { Checker } from '../src/engine/checker.ts'
import { cliCall } from './model_source.ts'
import { rewritten } from './rewritten.ts'

/** One ConvTranspose1d of a model, as record_models.py saw it being made and run. */
export interface LayerRecord {
  /** The call with the values of its arguments. */
  readonly evaluated: string
  /** Null where no file has the call, or where the model set an attribute of the layer later. */
  readonly file: string | null
  /** Line, and column in bytes, of the call's first and last character. */
  readonly at?: readonly [number, number]
  readonly end?: readonly [number, number]
  readonly values?: Readonly<Record<string, unknown>>
  readonly arrays: string
  readonly bias: boolean
}

export interface ModelRecord {
  readonly model: string
  readonly package: string
  readonly version: string
  readonly error: { readonly text: string } | null
  readonly layers: readonly LayerRecord[]
}

/** `source line`: the line as it stands in the package, rewritten. `evaluated call`: the call with values in it, rewritten. */
export type Way = 'source line' | 'evaluated call'

export interface ModelJob {
  readonly id: string
  readonly model: string
  readonly way: Way
  readonly expression: string
  readonly values: Readonly<Record<string, unknown>>
  readonly arrays: string
  readonly bias: boolean
}

/** Differences are parts of the largest absolute value of torch's output. */
export interface ModelRun {
  readonly id: string
  readonly difference: number | null
  /** For a difference over the bound: each framework's own from float64, and MindSpore's on an eighth of the channels at a time. */
  readonly rounding: { readonly torch: number; readonly mindspore: number; readonly in_parts: number } | null
  readonly error: { readonly text: string } | null
}

/** One model under one MindSpore. */
export interface Judged {
  readonly on: string
  readonly model: string
  readonly version: string
  readonly error: string | null
  readonly jobs: readonly ModelJob[]
  readonly runs: readonly ModelRun[]
}

/** Of the scale of torch's output, in float32. */
export const bound = 5e-6

/** A difference as the page shows it. */
export const share = (value: number): string => value.toExponential(1).replace('.0', '')

export function worst(runs: readonly ModelRun[]): number {
  return Math.max(0, ...runs.map(({ difference }) => difference ?? 0))
}

/** What became of a model: `over the bound` is rounding alone, which shorter sums bring within it; anything else is wrong. */
export type Outcome = 'did not build' | 'within the bound' | 'over the bound' | 'wrong'

export function outcomeOf({ error, runs }: Judged): Outcome {
  if (error !== null || runs.length === 0) return 'did not build'
  if (runs.every(isWithin)) return 'within the bound'
  return runs.every(run => isWithin(run) || isRounding(run)) ? 'over the bound' : 'wrong'
}

const isWithin = ({ difference }: ModelRun) => difference !== null && difference <= bound
const isRounding = ({ rounding }: ModelRun) => rounding !== null && rounding.in_parts <= bound

export function jobsOf(checker: Checker, records: readonly ModelRecord[]): readonly ModelJob[] {
  return records.flatMap(({ model, layers }) =>
    layers.map((layer, number) => ({
      ...{ id: `${model}#${number}`, model, arrays: layer.arrays, bias: layer.bias },
      ...expressionOf(checker, layer),
    })),
  )
}

function expressionOf(checker: Checker, layer: LayerRecord): Pick<ModelJob, 'way' | 'expression' | 'values'> {
  const inPlace = cliCall(layer)
  if (inPlace !== null) return { way: 'source line', expression: inPlace, values: layer.values ?? {} }
  const source = `import torch\n${layer.evaluated}\n`
  const after = rewritten(checker, { source, call: layer.evaluated, start: source.indexOf(layer.evaluated) })
  // What is not rewritten is left as it is, and fails where there is no torch.
  return { way: 'evaluated call', expression: after?.call ?? layer.evaluated, values: {} }
}
