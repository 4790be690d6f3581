import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullLength, type Kept, keptByMode, keptByPipeline, keptByTorch } from '../../src/kernel/kept.ts'
import type { Conv2dTranspose, Layer, Pipeline } from '../../src/kernel/layer.ts'
import { operands } from '../../src/kernel/operands.ts'
import { run } from '../../src/kernel/run.ts'
import { runs } from '../../src/kernel/runs.ts'
import { type Config, config, conv1d, leastFrames, lifted, torchLayer, withFrames, zeroPad } from './layers.ts'

const size = (min: number, max: number) => fc.integer({ min, max })

const sizes = fc
  .record({
    kernel_size: size(1, 7),
    stride: size(1, 5),
    padding: size(0, 6),
    output_padding: size(0, 4),
    dilation: size(1, 3),
    L: size(1, 5),
  })
  .map(({ L, ...given }) => ({ L, of: config({ ...given, bias: false }) }))
  .filter(({ L, of }) => runs(torchLayer(of), L))

/** The samples that a pipeline gives; null where it raises. */
function samples(pipeline: Pipeline<number, boolean>, L: number): readonly number[] | null {
  const { x, weight } = operands(pipeline, L)
  const outcome = run(pipeline, x, weight, null)
  return 'raises' in outcome ? null : [...outcome.output.data]
}

function windowOf(of: Config, { first, length }: Kept, L: number): readonly number[] {
  const full = samples([torchLayer({ ...of, padding: 0, output_padding: 0 })], L) ?? []
  return Array.from({ length }, (_, index) => full[first + index] ?? 0)
}

test('torch keeps what it says', () => {
  fc.assert(
    fc.property(sizes, ({ of, L }) => {
      expect(samples([torchLayer(of)], L)).toEqual(windowOf(of, keptByTorch(torchLayer(of), L), L))
    }),
    { numRuns: 2000 },
  )
})

test.each(['pad', 'same', 'valid'] as const)("so does Conv1dTranspose in pad_mode='%s'", mode => {
  fc.assert(
    fc.property(sizes, ({ of, L }) => {
      const layer = conv1d(of, mode, mode === 'pad' ? of.padding : 0)
      const kept = keptByMode(torchLayer(of), mode, L)
      fc.pre(kept.length >= 0)
      expect(keptByPipeline([layer], torchLayer(of), L)).toEqual(kept)
      expect(samples([layer], L)).toEqual(windowOf(of, kept, L))
    }),
    { numRuns: 2000 },
  )
})

test('and so does the composed rewrite, which keeps what torch keeps', () => {
  fc.assert(
    fc.property(sizes, ({ of, L }) => {
      const layers = withFrames(of, leastFrames(of))
      expect(keptByPipeline(layers, torchLayer(of), L)).toEqual(keptByTorch(torchLayer(of), L))
    }),
    { numRuns: 500 },
  )
})

const of = config({ kernel_size: 4, stride: 2, padding: 1 })
const image: Conv2dTranspose<number, boolean> = {
  layer: 'mindspore.nn.Conv2dTranspose',
  ...{ in_channels: 1, out_channels: 1, group: 1, has_bias: true },
  kernel_size: [1, 4],
  stride: [1, 2],
  padding: [0, 0, 1, 1],
  dilation: [1, 1],
}
const ones: Layer<number, boolean> = { layer: 'mindspore.nn.ConstantPad1d', left: 0, right: 1, value: 1 }
const around = (convolution: Layer<number, boolean>): Pipeline<number, boolean> => {
  return [{ layer: 'mindspore.nn.Unflatten' }, convolution, { layer: 'mindspore.nn.Flatten' }]
}

test.each([
  ['another kernel', [conv1d({ ...of, kernel_size: 3 }, 'pad', 1)]],
  ['another stride', lifted({ ...of, stride: 1 }, 1, 1)],
  ['another dilation', lifted({ ...of, dilation: 2 }, 1, 1)],
  ['a layer behind', [conv1d(of, 'pad', 1), zeroPad(0, 1)]],
  ['another layer before', [conv1d(of, 'pad', 1), ...lifted(of, 1, 1)]],
  ['nothing lifted', [{ layer: 'mindspore.nn.Flatten' } as const, ...around(image).slice(1)]],
  ['another layer between', around(zeroPad(0, 1))],
  ['a kernel of height 2', around({ ...image, kernel_size: [2, 4] })],
  ['a crop above', around({ ...image, padding: [1, 0, 1, 1] })],
  ['a crop below', around({ ...image, padding: [0, 1, 1, 1] })],
  ['frames of ones', [ones, ...lifted(of, 1, 1)]],
  ['frames before the input', [zeroPad(1, 0), ...lifted(of, 1, 1)]],
  ['a convolution that is not lowered again', lifted(of, 1, 1).slice(0, 2)],
  ['more than a convolution', [...lifted(of, 1, 1), zeroPad(0, 1)]],
  ['nothing', []],
])('%s is no window of the same convolution', (_, layers) => {
  expect(keptByPipeline(layers, torchLayer(of), 3)).toBeNull()
})

test('the same between Unflatten and Flatten is', () => {
  expect(keptByPipeline(around(image), torchLayer(of), 3)).toEqual(keptByTorch(torchLayer(of), 3))
})

test('the full transposed convolution has (L - 1)·s + d·(k - 1) + 1 samples', () => {
  expect(fullLength({ kernel_size: 3, stride: 2, dilation: 4 }, 5)).toBe(17)
})
