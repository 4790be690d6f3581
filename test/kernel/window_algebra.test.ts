import { expect, test } from 'vitest'
import { mapLayer, mapTorch } from '../../src/kernel/layer.ts'
import type { Polynomial } from '../../src/kernel/polynomial.ts'
import { prove } from '../../src/kernel/prove.ts'
import { run } from '../../src/kernel/run.ts'
import { at, fromNested, type Nested } from '../../src/kernel/tensor.ts'
import { torchFacts } from '../../src/kernel/torch_facts.ts'
import {
  lengthAtom,
  type SymbolicLayer,
  type SymbolicPipeline,
  type TorchLayer,
  type Window,
  WindowReader,
} from '../../src/kernel/window.ts'
import type { Expression } from '../../src/python/expression.ts'
import { conv1dRows, conv2dRows, operandsOf, type TorchRow, torchRow, torchRows } from './golden_rows.ts'
import { config, conv1d, effective, type Layers, leastFrames, lifted, torchLayer, withFrames } from './layers.ts'

const int = (value: number): Expression => ({ kind: 'int', value: BigInt(value) })
const bool = (value: boolean): Expression => ({ kind: 'bool', value })
const literal = (layers: Layers): SymbolicPipeline => layers.map((layer): SymbolicLayer => mapLayer(layer, int, bool))
const torchOf = (row: TorchRow): TorchLayer => mapTorch(torchLayer(row), int, bool)

const lengthOf = (row: TorchRow) => fromNested(row.x).shape[2] ?? 0

/** The number that a polynomial in L alone is. */
function numberAt(polynomial: Polynomial, L: number): number {
  const { quotient, rest } = polynomial.dividedByAtom(lengthAtom)
  return Number(quotient.constant ?? Number.NaN) * L + Number(rest.constant ?? Number.NaN)
}

/** Samples first .. first + length - 1 of the whole transposed convolution, zero beyond its ends, plus the bias. */
function cut(row: TorchRow, { first, length, bias: hasBias }: Window): { shape: readonly number[]; data: number[] } {
  const { x, weight, bias } = operandsOf(row)
  const whole = run([torchLayer(config({ ...row, padding: 0, output_padding: 0, bias: false }))], x, weight, null)
  if ('raises' in whole) throw new Error(whole.raises)
  const L = lengthOf(row)
  const [from, samples, end] = [numberAt(first, L), numberAt(length, L), (L - 1) * row.stride + effective(row)]
  const data: number[] = []
  for (let n = 0; n < (x.shape[0] ?? 0); n++)
    for (let channel = 0; channel < row.out_channels; channel++)
      for (let sample = from; sample < from + samples; sample++) {
        const kept = sample >= 0 && sample < end ? at(whole.output, n, channel, sample) : 0
        data.push(kept + (hasBias === 'True' && bias ? at(bias, channel) : 0))
      }
  return { shape: [x.shape[0] ?? 0, row.out_channels, samples], data }
}

function agrees(row: TorchRow, window: Window | null, y: Nested): boolean {
  if (!window) return false
  const [expected, actual] = [fromNested(y), cut(row, window)]
  return `${expected.shape}` === `${actual.shape}` && actual.data.every((value, i) => value === expected.data[i])
}

const readerFor = (row: TorchRow) => new WindowReader(torchFacts(torchOf(row)))

test("torch's window gives every measured output", () => {
  const rows = torchRows.filter(row => row.y !== undefined)
  const failing = rows.filter(row => !agrees(row, readerFor(row).torch(torchOf(row)), row.y ?? []))
  expect(failing.map(row => row.id)).toEqual([])
  expect(rows).toHaveLength(1539)
})

test.each(['pad', 'same', 'valid'] as const)("pad_mode='%s': the window gives every measured output", mode => {
  const rows = conv1dRows.filter(row => row.pad_mode === mode)
  const failing = rows.filter(({ torch_id, padding, y }) => {
    const row = torchRow(torch_id)
    return !agrees(row, readerFor(row).mindspore(literal([conv1d(row, mode, padding)])), y)
  })
  expect(failing.map(row => row.id)).toEqual([])
})

test('lifted Conv2dTranspose: the window gives every measured output', () => {
  const failing = conv2dRows.filter(({ torch_id, left, right, y }) => {
    const row = torchRow(torch_id)
    return !agrees(row, readerFor(row).mindspore(literal(lifted(row, left, right))), y)
  })
  expect(failing.map(row => row.id)).toEqual([])
})

/** With literals the proof is complete: it finds just what was measured to be equal. */
function provedAsMeasured(row: TorchRow, layers: Layers, equal: boolean): boolean {
  return (prove(torchOf(row), literal(layers)) !== null) === equal
}

const isSame = (a: Nested, b: Nested) => JSON.stringify(a) === JSON.stringify(b)

test('proved for literals exactly where the measured outputs of torch and Conv1dTranspose are the same', () => {
  const failing = conv1dRows.flatMap(({ id, torch_id, pad_mode, padding, y }) => {
    const row = torchRow(torch_id)
    if (row.y === undefined) return []
    const equal = isSame(row.y, y)
    return provedAsMeasured(row, [conv1d(row, pad_mode, padding)], equal) ? [] : [{ id, pad_mode, equal }]
  })
  expect(failing).toEqual([])
})

test('recipe E is proved for every golden row with literals, with the least frames and with more', () => {
  const rows = torchRows.filter(row => row.y !== undefined)
  const failing = rows.filter(row => {
    const frames = leastFrames(row)
    return [frames, frames + 1].some(count => !prove(torchOf(row), literal(withFrames(row, count))))
  })
  expect(failing.map(row => row.id)).toEqual([])
  const fewer = rows.filter(row => leastFrames(row) > 0)
  expect(fewer.filter(row => prove(torchOf(row), literal(withFrames(row, leastFrames(row) - 1))))).toEqual([])
})

test('behind a Conv1dTranspose nothing may follow', () => {
  const of = config({ kernel_size: 3 })
  const layers = [conv1d(of, 'pad'), torchLayer(of)]
  expect(prove(mapTorch(torchLayer(of), int, bool), literal(layers.slice(0, 1)))).not.toBeNull()
  expect(prove(mapTorch(torchLayer(of), int, bool), literal(layers))).toBeNull()
})
