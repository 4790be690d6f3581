import { expect, test } from 'vitest'
import { run } from '../../src/kernel/run.ts'
import { at, fromNested, type Nested, type Tensor, zeros } from '../../src/kernel/tensor.ts'
import { conv1dRows, conv2dRows, operandsOf, type TorchRow, torchRow, torchRows } from './golden_rows.ts'
import { config, effective, torchLayer } from './layers.ts'

/** Samples first .. first + length - 1 of the uncropped transposed convolution, zero beyond its ends, plus the bias. */
interface Window {
  readonly first: number
  readonly length: number
}

const lengthOf = (row: TorchRow) => fromNested(row.x).shape[2] ?? 0
const fullLength = (row: TorchRow) => (lengthOf(row) - 1) * row.stride + effective(row)

function conv1dWindow(row: TorchRow, mode: 'pad' | 'same' | 'valid', padding: number): Window {
  const [L, s, k] = [lengthOf(row), row.stride, effective(row)]
  if (mode === 'pad') return { first: padding, length: (L - 1) * s - 2 * padding + k }
  if (mode === 'valid') return { first: 0, length: (L - 1) * s + Math.max(k, s) }
  return { first: Math.floor(Math.max(0, k - s) / 2), length: L * s }
}

const fulls = new Map<number, Tensor>()

function full(row: TorchRow): Tensor {
  const known = fulls.get(row.id)
  if (known) return known
  const { x, weight } = operandsOf(row)
  const uncropped = torchLayer(config({ ...row, padding: 0, output_padding: 0, bias: false }))
  const outcome = run([uncropped], x, weight, null)
  if ('raises' in outcome) throw new Error(outcome.raises)
  fulls.set(row.id, outcome.output)
  return outcome.output
}

function slice(row: TorchRow, { first, length }: Window): Tensor {
  const source = full(row)
  const { bias } = operandsOf(row)
  const { shape, data } = zeros([source.shape[0] ?? 0, row.out_channels, length])
  const value = (n: number, channel: number, sample: number) =>
    sample >= 0 && sample < fullLength(row) ? at(source, n, channel, sample) : 0
  const filled = data.map((_, offset) => {
    const channel = Math.floor(offset / length) % row.out_channels
    const n = Math.floor(offset / length / row.out_channels)
    return value(n, channel, first + (offset % length)) + (bias ? at(bias, channel) : 0)
  })
  return { shape, data: filled }
}

function agrees(row: TorchRow, window: Window, y: Nested): boolean {
  const [expected, actual] = [fromNested(y), slice(row, window)]
  return `${expected.shape}` === `${actual.shape}` && actual.data.every((value, i) => value === expected.data[i])
}

test('torch is the window (p, (L-1)s - 2p + k_eff + op)', () => {
  const failing = torchRows.filter(row => {
    const length = fullLength(row) - 2 * row.padding + row.output_padding
    return row.y !== undefined && !agrees(row, { first: row.padding, length }, row.y)
  })
  expect(failing.map(row => row.id)).toEqual([])
})

test.each(['pad', 'same', 'valid'] as const)("Conv1dTranspose pad_mode='%s' is its window", mode => {
  const rows = conv1dRows.filter(row => row.pad_mode === mode)
  const failing = rows.filter(({ torch_id, padding, y }) => {
    const row = torchRow(torch_id)
    return !agrees(row, conv1dWindow(row, mode, padding), y)
  })
  expect(rows.length).toBeGreaterThan(500)
  expect(failing.map(row => row.id)).toEqual([])
})

test('lifted Conv2dTranspose is the window (a, (L-1)s + k_eff - a - b)', () => {
  const failing = conv2dRows.filter(({ torch_id, left, right, y }) => {
    const row = torchRow(torch_id)
    return !agrees(row, { first: left, length: fullLength(row) - left - right }, y)
  })
  expect(failing.map(row => row.id)).toEqual([])
})
