import { expect, test } from 'vitest'
import type { Outcome } from '../../src/kernel/outcome.ts'
import { run } from '../../src/kernel/run.ts'
import { fromNested, type Nested } from '../../src/kernel/tensor.ts'
import { conv1dRows, conv2dRows, operandsOf, type TorchRow, torchRow, torchRows } from './golden_rows.ts'
import { conv1d, type Layers, lifted, torchLayer } from './layers.ts'

function outcomeOf(layers: Layers, row: TorchRow): Outcome {
  const { x, weight, bias } = operandsOf(row)
  return run(layers, x, weight, bias)
}

function gives(outcome: Outcome, y: Nested): boolean {
  if ('raises' in outcome) return false
  const { shape, data } = fromNested(y)
  return (
    `${outcome.output.shape}` === `${shape}` && outcome.output.data.every((value, at) => Object.is(value, data[at]))
  )
}

test('torch: every row, outputs to the last bit and exceptions by their words', () => {
  const failing = torchRows.filter(row => {
    const outcome = outcomeOf([torchLayer(row)], row)
    if (row.y !== undefined) return !gives(outcome, row.y)
    return !('raises' in outcome) || row.error === undefined || !outcome.raises.startsWith(row.error.trimEnd())
  })
  expect(failing.map(row => row.id)).toEqual([])
  expect(torchRows).toHaveLength(1600)
  expect(torchRows.filter(row => row.error !== undefined)).toHaveLength(61)
})

test('Conv1dTranspose: every row to the last bit', () => {
  const failing = conv1dRows.filter(({ torch_id, pad_mode, padding, y }) => {
    const row = torchRow(torch_id)
    return !gives(outcomeOf([conv1d(row, pad_mode, padding)], row), y)
  })
  expect(failing.map(row => row.id)).toEqual([])
  expect(conv1dRows).toHaveLength(3675)
  const modes = ['pad', 'same', 'valid'].map(mode => conv1dRows.filter(row => row.pad_mode === mode).length)
  expect(modes).toEqual([597, 1539, 1539])
})

test('Conv2dTranspose: every row to the last bit, torch raising or not', () => {
  const failing = conv2dRows.filter(({ torch_id, left, right, y }) => {
    const row = torchRow(torch_id)
    return !gives(outcomeOf(lifted(row, left, right), row), y)
  })
  expect(failing.map(row => row.id)).toEqual([])
  expect(conv2dRows).toHaveLength(534)
})
