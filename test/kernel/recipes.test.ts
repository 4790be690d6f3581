import { expect, test } from 'vitest'
import { run } from '../../src/kernel/run.ts'
import { fromNested, type Tensor, toNested } from '../../src/kernel/tensor.ts'
import { operandsOf, type TorchRow, torchRows } from './golden_rows.ts'
import { conv1d, effective, type Layers, leastFrames, withFrames, zeroPad } from './layers.ts'

/** What facts of the two frameworks the project rests on: how many measured torch outputs a MindSpore form reproduces. */
const valid = torchRows.filter(row => row.y !== undefined)

function output(layers: Layers, row: TorchRow): Tensor | null {
  const { x, weight, bias } = operandsOf(row)
  const outcome = run(layers, x, weight, bias)
  return 'raises' in outcome ? null : outcome.output
}

function isTorchs(output: Tensor | null, { y = [] }: TorchRow): boolean {
  const expected = fromNested(y)
  return `${output?.shape}` === `${expected.shape}` && `${output?.data}` === `${expected.data}`
}

function score(rows: readonly TorchRow[], layers: (row: TorchRow) => Layers): string {
  return `${rows.filter(row => isTorchs(output(layers(row), row), row)).length} of ${rows.length}`
}

test("'pad' is torch for every op = 0", () => {
  const rows = valid.filter(row => row.output_padding === 0)
  expect(score(rows, row => [conv1d(row, 'pad', row.padding)])).toBe('597 of 597')
})

test("'valid' is torch for p = op = 0 exactly when k_eff >= s", () => {
  const rows = valid.filter(row => row.output_padding === 0 && row.padding === 0)
  const layers = (row: TorchRow) => [conv1d(row, 'valid')]
  expect(
    score(
      rows.filter(row => effective(row) >= row.stride),
      layers,
    ),
  ).toBe('90 of 90')
  expect(
    score(
      rows.filter(row => effective(row) < row.stride),
      layers,
    ),
  ).toBe('0 of 34')
})

test("'same' of the right length is torch only with the right crop", () => {
  const rows = valid.filter(row => effective(row) - row.stride === 2 * row.padding - row.output_padding)
  const crop = (row: TorchRow) => Math.floor(Math.max(0, effective(row) - row.stride) / 2)
  const layers = (row: TorchRow) => [conv1d(row, 'same')]
  expect(
    score(
      rows.filter(row => row.padding === crop(row)),
      layers,
    ),
  ).toBe('34 of 34')
  expect(
    score(
      rows.filter(row => row.padding !== crop(row)),
      layers,
    ),
  ).toBe('0 of 54')
})

test('zeros appended to the output are seldom torch', () => {
  const rows = valid.filter(row => row.output_padding > 0)
  // Two of them, 536 and 1288, are empty before they are padded, with torch's one sample 0; the others read 173.
  expect(score(rows, row => [conv1d(row, 'pad', row.padding), zeroPad(0, row.output_padding)])).toBe('175 of 942')
})

test('E0, E1 and Em are torch wherever they apply', () => {
  const noFrame = valid.filter(row => row.output_padding <= row.padding)
  expect(score(noFrame, row => withFrames(row, 0))).toBe('1140 of 1140')
  const oneFrame = valid.filter(row => row.output_padding < row.stride)
  expect(score(oneFrame, row => withFrames(row, 1))).toBe('1462 of 1462')
  expect(score(valid, row => withFrames(row, leastFrames(row)))).toBe('1539 of 1539')
})

test('the subclass, frames in front and y[:, :, :n] behind, is torch', () => {
  const failing = valid.filter(row => {
    const frames = Math.ceil(row.output_padding / row.stride)
    const padded = output([...(frames > 0 ? [zeroPad(0, frames)] : []), conv1d(row, 'pad', row.padding)], row)
    return !isTorchs(padded && cropped(padded, frames * row.stride - row.output_padding), row)
  })
  expect(failing.map(row => row.id)).toEqual([])
})

function cropped(y: Tensor, samples: number): Tensor {
  const last = (y.shape[2] ?? 0) - samples
  const rows = toNested(y)
  // toNested of three axes is three levels of lists.
  return fromNested((rows as number[][][]).map(channels => channels.map(row => row.slice(0, last))))
}
