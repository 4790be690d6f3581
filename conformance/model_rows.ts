import type { Checker } from '../src/engine/checker.ts'
import { cliCall } from './model_source.ts'
import { rewritten } from './rewritten.ts'

/** One ConvTranspose1d of a model, as record_models.py saw it being made and run. */
export interface LayerRecord {
  /** The call with the values of its arguments. */
  readonly evaluated: string
  readonly file: string | null
  /** Line, and column in bytes, of the call's first and last character. */
  readonly at?: readonly [number, number]
  readonly end?: readonly [number, number]
  readonly values?: Readonly<Record<string, unknown>>
  readonly arrays: string
  readonly bias: boolean
  readonly weight_norm: string | null
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

export interface ModelRun {
  readonly id: string
  readonly difference: number | null
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

export const worst = (runs: readonly ModelRun[]): number =>
  Math.max(0, ...runs.map(({ difference }) => difference ?? 0))

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
