import { expect, test } from 'vitest'
import { compare } from '../../src/kernel/compare.ts'
import { fewChannels, fullChannel, withChannels } from '../../src/kernel/few_channels.ts'
import { operands } from '../../src/kernel/operands.ts'
import { run } from '../../src/kernel/run.ts'
import { type Tensor, zeros } from '../../src/kernel/tensor.ts'
import { config, conv1d, leastFrames, lifted, torchLayer, withFrames, zeroPad } from './layers.ts'

const upsample = config({ in_channels: 512, out_channels: 256, kernel_size: 16, stride: 8, padding: 4 })

test('equal, and cheap however many channels', () => {
  expect(compare([torchLayer(upsample)], [conv1d(upsample, 'pad', 4)], 5)).toEqual({ result: 'equal' })
  const odd = { ...upsample, output_padding: 7, dilation: 3, groups: 64 }
  expect(compare([torchLayer(odd)], withFrames(odd, leastFrames(odd)), 5)).toEqual({ result: 'equal' })
})

test('other shapes, in full', () => {
  expect(compare([torchLayer(upsample)], [conv1d(upsample, 'valid')], 5)).toEqual({
    result: 'different',
    difference: {
      L: 5,
      torch_shape: [1, 256, 40],
      mindspore_shape: [1, 256, 48],
      index: null,
      torch: null,
      mindspore: null,
    },
  })
})

test('who raises, torch asked first', () => {
  const invalid = { ...upsample, output_padding: 8 }
  const raising = conv1d(upsample, 'same', 1)
  expect(compare([torchLayer(invalid)], [raising], 5)).toMatchObject({
    result: 'torch raises',
    raises: expect.stringMatching(/smaller/),
  })
  expect(compare([torchLayer(upsample)], [raising], 5)).toMatchObject({
    result: 'mindspore raises',
    raises: expect.stringMatching(/'pad'/),
  })
  const ungrouped = { ...upsample, groups: 3 }
  expect(compare([torchLayer(ungrouped)], [raising], 5)).toMatchObject({
    result: 'torch raises',
    raises: expect.stringMatching(/divisible/),
  })
})

test('channels that differ are not made few', () => {
  const [torch, other] = [config({ out_channels: 4 }), config({ out_channels: 3 })]
  expect(compare([torchLayer(torch)], [conv1d(other, 'pad')], 2)).toMatchObject({ result: 'mindspore raises' })
  const grouped = config({ in_channels: 2, out_channels: 4, groups: 2 })
  const halved = config({ in_channels: 2, out_channels: 2 })
  const comparison = compare([torchLayer(grouped)], [conv1d({ ...halved, bias: false }, 'pad')], 2)
  expect(comparison).toMatchObject({ difference: { torch_shape: [1, 4, 2], mindspore_shape: [1, 2, 2] } })
})

test('a missing bias is seen', () => {
  const comparison = compare([torchLayer(upsample)], [conv1d({ ...upsample, bias: false }, 'pad', 4)], 3)
  expect(comparison).toMatchObject({ result: 'different', difference: { index: [0, 0, 0] } })
})

/** The first parameters that are drawn: crops of 3 and of 5 leave of the first channel the same, of the second not. */
test.each([
  [{ in_channels: 512, out_channels: 256 }, 1],
  [{ in_channels: 2, out_channels: 8, groups: 2 }, 1],
  [{ in_channels: 3, out_channels: 3, groups: 3 }, 1],
])('a difference that only another channel than the first shows: %j', (channels, channel) => {
  const of = config({ ...channels, kernel_size: 7, padding: 3 })
  const comparison = compare([torchLayer(of)], lifted(of, 5, 1), 1)
  expect(comparison).toMatchObject({ difference: { index: [0, channel, 0] } })
})

/** Parameters of all channels, those of `few` where they belong and zero elsewhere. */
function spread(values: Tensor, to: Tensor, place: (row: number) => number): Tensor {
  const width = values.data.length / few.in
  for (let row = 0; row < few.in; row++) {
    to.data.set(values.data.subarray(row * width, (row + 1) * width), (place(row) * to.data.length) / all.in)
  }
  return to
}

const all = { in: 12, out: 9, groups: 3 }
const few = fewChannels(all)

test('the difference found with few channels is the one found with all, the others zero', () => {
  const of = config({ in_channels: 12, out_channels: 9, groups: 3, kernel_size: 5, stride: 2, padding: 1, bias: false })
  const torch = [torchLayer({ ...of, output_padding: 1 })]
  const mindspore = [conv1d(of, 'pad', 1), zeroPad(0, 1)]
  const { x, weight } = operands(withChannels(torch, few), 4)
  const place = (row: number) => fullChannel(row, { ...few, out: few.in }, { ...all, out: all.in })
  const wide = [spread(x, zeros([1, 12, 4]), place), spread(weight, zeros([12, 3, 5]), place), null] as const
  const [expected, actual] = [torch, mindspore].map(layers => {
    const outcome = run(layers, ...wide)
    return 'output' in outcome ? outcome.output : zeros([0])
  })
  const offset = expected?.data.findIndex((value, i) => value !== actual?.data[i]) ?? -1
  expect(few).toEqual({ in: 4, out: 4, groups: 2 })
  expect(compare(torch, mindspore, 4)).toEqual({
    result: 'different',
    difference: {
      L: 4,
      torch_shape: [1, 9, 10],
      mindspore_shape: [1, 9, 10],
      index: [0, 0, offset],
      torch: expected?.data[offset],
      mindspore: 0,
    },
  })
})

test('places among all channels', () => {
  expect([0, 1, 2, 3].map(channel => fullChannel(channel, few, all))).toEqual([0, 1, 3, 4])
})
