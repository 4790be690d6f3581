import { readFileSync } from 'node:fs'
import type { TorchConvTranspose1d } from '../../src/kernel/layer.ts'
import { fromNested, type Nested, type Tensor } from '../../src/kernel/tensor.ts'

/** fixtures/goldens/torch.jsonl: what torch 2.15.0 gave on CPU, `y` or `error` (cut after 170 characters). */
export interface TorchRow extends Omit<TorchConvTranspose1d<number, boolean>, 'layer'> {
  readonly id: number
  readonly x: Nested
  readonly weight: Nested
  readonly bias_values: Nested | null
  readonly y?: Nested
  readonly error?: string
}

/** mindspore.jsonl: Conv1dTranspose with the input and parameters of row `torch_id`; identical on 2.0.0, 2.7.0 and 2.10.0. */
export interface Conv1dRow {
  readonly id: number
  readonly torch_id: number
  readonly pad_mode: 'pad' | 'same' | 'valid'
  readonly padding: number
  readonly y: Nested
}

/** mindspore_conv2d.jsonl: Conv2dTranspose((1, k), pad_mode='pad', padding=(0, 0, left, right)), flattened. */
export interface Conv2dRow {
  readonly id: number
  readonly torch_id: number
  readonly left: number
  readonly right: number
  readonly y: Nested
}

export const torchRows = readRows<TorchRow>('torch')
export const conv1dRows = readRows<Conv1dRow>('mindspore')
export const conv2dRows = readRows<Conv2dRow>('mindspore_conv2d')

const torchById = new Map(torchRows.map(row => [row.id, row]))

export function torchRow(id: number): TorchRow {
  const row = torchById.get(id)
  if (!row) throw new Error(`no torch row ${id}`)
  return row
}

export interface RowOperands {
  readonly x: Tensor
  readonly weight: Tensor
  readonly bias: Tensor | null
}

export function operandsOf(row: TorchRow): RowOperands {
  const bias = row.bias_values === null ? null : fromNested(row.bias_values)
  return { x: fromNested(row.x), weight: fromNested(row.weight), bias }
}

function readRows<Row>(name: string): readonly Row[] {
  const text = readFileSync(new URL(`../../fixtures/goldens/${name}.jsonl`, import.meta.url), 'utf8')
  // JSON.parse knows no types; the interfaces above describe what the files hold.
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
}
