import { expect, test } from 'vitest'
import { run } from '../../src/kernel/run.ts'
import { fromNested, type Nested, toNested } from '../../src/kernel/tensor.ts'
import { type Config, config, conv1d, type Layers, lifted, torchLayer, withFrames, zeroPad } from './layers.ts'

const x = fromNested([[[1, 10, 100]]])
const weight = fromNested([[[1, 2]]])
const bias = fromNested([5])

function output(layers: Layers): Nested | string {
  const outcome = run(layers, x, weight, bias)
  return 'raises' in outcome ? outcome.raises : toNested(outcome.output)
}

const of = (given: Partial<Config>) => config({ kernel_size: 2, bias: false, ...given })

test.each([
  [of({}), [1, 12, 120, 200]],
  [of({ bias: true }), [6, 17, 125, 205]],
  [of({ stride: 2 }), [1, 2, 10, 20, 100, 200]],
  [of({ stride: 2, padding: 1, output_padding: 1 }), [2, 10, 20, 100, 200]],
  [of({ stride: 3, output_padding: 2, bias: true }), [6, 7, 5, 15, 25, 5, 105, 205, 5, 5]],
  [of({ dilation: 2 }), [1, 10, 102, 20, 200]],
])('torch by hand: %j', (layer, expected) => {
  expect(output([torchLayer(layer)])).toEqual([[expected]])
})

test('Conv1dTranspose by hand in each pad_mode', () => {
  expect(output([conv1d(of({ stride: 3 }), 'pad', 1)])).toEqual([[[2, 0, 10, 20, 0, 100]]])
  expect(output([conv1d(of({ stride: 3 }), 'valid')])).toEqual([[[1, 2, 0, 10, 20, 0, 100, 200, 0]]])
  expect(output([conv1d(of({ dilation: 3 }), 'same')])).toEqual([[[10, 100, 2]]])
})

test('the lift to two dimensions and back', () => {
  expect(output(lifted(of({ stride: 2, bias: true }), 1, 2))).toEqual([[[7, 15, 25]]])
  expect(output(withFrames(of({ stride: 2, output_padding: 1 }), 1))).toEqual([[[1, 2, 10, 20, 100, 200, 0]]])
})

test('ConstantPad1d pads and crops', () => {
  expect(output([zeroPad(1, 2)])).toEqual([[[0, 1, 10, 100, 0, 0]]])
  expect(output([zeroPad(-1, 1)])).toEqual([[[10, 100, 0]]])
  expect(output([{ layer: 'mindspore.nn.ConstantPad1d', left: 0, right: -2, value: 7 }])).toEqual([[[1]]])
})

test('groups keep to themselves', () => {
  const grouped = config({ in_channels: 2, out_channels: 4, groups: 2, bias: false })
  const inputs = [
    fromNested([[[1], [10]]]),
    fromNested([
      [[1], [2]],
      [[3], [4]],
    ]),
    null,
  ] as const
  for (const layers of [[torchLayer(grouped)], [conv1d(grouped, 'pad')], lifted(grouped, 0, 0)]) {
    const outcome = run(layers, ...inputs)
    expect('output' in outcome && toNested(outcome.output)).toEqual([[[1], [2], [30], [40]]])
  }
})

test('nothing runs after a layer that raises', () => {
  expect(output([zeroPad(-9, 0), { layer: 'mindspore.nn.Unflatten' }])).toMatch(/^ValueError: paddings_value/)
  expect(output([])).toEqual([[[1, 10, 100]]])
})
