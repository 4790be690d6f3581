import { expect, test } from 'vitest'
import type { Outcome } from '../../src/kernel/outcome.ts'
import { run } from '../../src/kernel/run.ts'
import { zeros } from '../../src/kernel/tensor.ts'
import { type Config, config, conv1d, type Layers, lifted, torchLayer, zeroPad } from './layers.ts'

/** All of these were put to torch 2.15.0 and MindSpore 2.10.0 on CPU. */
type Row = readonly [given: Partial<Config>, L: number, expected: RegExp | readonly number[]]

const two = { in_channels: 2, out_channels: 2, kernel_size: 3 }

function outcome(layers: Layers, { in_channels, out_channels, kernel_size, groups }: Config, L: number, batch = 1) {
  const nonNegative = (n: number) => Math.max(0, Number.isInteger(n) ? n : 0)
  const weight = [in_channels, out_channels / groups, kernel_size].map(nonNegative)
  const x = [batch, nonNegative(in_channels), L]
  return run(layers, zeros(x), zeros(weight), zeros([nonNegative(out_channels)]))
}

function expectOutcome(actual: Outcome, expected: RegExp | readonly number[]): void {
  if (expected instanceof RegExp) expect(actual).toEqual({ raises: expect.stringMatching(expected) })
  else expect('output' in actual && actual.output.shape).toEqual(expected)
}

const torch: readonly Row[] = [
  [{ groups: 0 }, 3, /^ValueError: groups must be a positive integer/],
  [{ groups: -2, in_channels: 4, out_channels: 4 }, 3, /^ValueError: groups must be a positive integer/],
  [{ in_channels: 3, groups: 2 }, 3, /^ValueError: in_channels must be divisible/],
  [{ out_channels: 3, groups: 2 }, 3, /^ValueError: out_channels must be divisible/],
  [{ in_channels: 0 }, 3, /expected weight to be at least 1 at dimension 0/],
  [{ in_channels: -2 }, 3, /negative dimension -2: \[-2, 2, 3\]/],
  [{ out_channels: 0 }, 3, /non-empty 2D or 4D weight tensor expected, but got: \[2, 0, 1, 3\]/],
  [{ out_channels: -2 }, 3, /negative dimension -2: \[2, -2, 3\]/],
  [{ kernel_size: -1 }, 3, /negative dimension -1: \[2, 2, -1\]/],
  [{ kernel_size: 0 }, 3, /kernel size should be greater than zero/],
  [{ stride: 0 }, 3, /non-positive stride/],
  [{ dilation: 0 }, 3, /dilation should be greater than zero/],
  [{ padding: -1 }, 3, /negative padding/],
  [{ padding: -1, stride: 0, output_padding: -1 }, 3, /negative padding/],
  [{ padding: 0.5 }, 3, /^TypeError/],
  [{ output_padding: -1 }, 3, /negative output_padding/],
  [{ stride: 2, output_padding: 2 }, 3, /output padding must be smaller than either stride or dilation/],
  [{ stride: 2, output_padding: 2, dilation: 3 }, 3, [1, 2, 13]],
  [{}, 0, /Only zero batch or zero channel inputs are supported/],
  [{}, 3, [1, 2, 5]],
]

test.each(torch)('torch: %j on length %i', (given, L, expected) => {
  const of = config({ ...two, ...given })
  expectOutcome(outcome([torchLayer(of)], of, L), expected)
})

test.each([
  [{ padding: 3 }, 1, 1, /Calculated output size per channel: \(1 x -3\)/],
  [{ padding: 3 }, 2, 1, /could not construct a memory descriptor/],
  [{ padding: 2, kernel_size: 4 }, 1, 1, /Calculated output size per channel: \(1 x 0\)/],
  [{ padding: 2, kernel_size: 4 }, 2, 1, [2, 2, 0]],
  [{ padding: 2, kernel_size: 4, groups: 2 }, 1, 1, [1, 2, 0]],
  [{ padding: 3, output_padding: 1, dilation: 2 }, 2, 1, /Calculated output size per channel: \(1 x 0\)/],
  [{ padding: 2 }, 0, 3, [0, 2, 1]],
] as const)('torch, where nothing or less is left: %j on a batch of %i of length %i', (given, batch, L, expected) => {
  const of = config({ ...two, ...given })
  expectOutcome(outcome([torchLayer(of)], of, L, batch), expected)
})

test('torch and the input', () => {
  const of = config({ in_channels: 2, out_channels: 4, kernel_size: 3, groups: 2, bias: false })
  const on = (shape: readonly number[]) => run([torchLayer(of)], zeros(shape), zeros([2, 2, 3]), null)
  expectOutcome(on([1, 3, 4]), /weight of size \[2, 2, 3\], expected input\[1, 3, 4\] to have 2 channels, but got 3/)
  expectOutcome(on([1, 1, 2, 4]), /^RuntimeError: Expected 2D \(unbatched\) or 3D/)
  expectOutcome(on([2, 4]), [4, 6])
})

const mindspore: readonly Row[] = [
  [{ kernel_size: 0 }, 3, /'kernel_size.*must be int/],
  [{ stride: 0 }, 3, /'stride.*must be int/],
  [{ dilation: 0 }, 3, /'dilation.*must be int/],
  [{ padding: -1 }, 3, /'padding.*must be int/],
  [{ padding: 0.5 }, 3, /'padding.*must be int/],
  [{ groups: 0 }, 3, /'group' must be int/],
  [{ in_channels: 0 }, 3, /'in_channels' must be int/],
  [{ out_channels: -2 }, 3, /'out_channels' must be int/],
  [{ in_channels: 3, groups: 2 }, 3, /'in_channels' must be divisible/],
  [{ out_channels: 3, groups: 2 }, 3, /'out_channels' must be divisible/],
  [{ padding: 2, kernel_size: 4 }, 1, [1, 2, 0]],
  [{ padding: 3 }, 1, /Shape/],
  [{ padding: 1 }, 0, [1, 2, 0]],
  [{}, 0, [1, 2, 2]],
  [{}, 3, [1, 2, 5]],
]

test.each(mindspore)('MindSpore: %j on length %i', (given, L, expected) => {
  const of = config({ ...two, ...given })
  expectOutcome(outcome([conv1d(of, 'pad', of.padding)], of, L), expected)
  expectOutcome(outcome(lifted(of, of.padding, of.padding), of, L), expected)
})

test.each(['same', 'valid'] as const)("MindSpore: padding with '%s'", mode => {
  const of = config(two)
  expectOutcome(outcome([conv1d(of, mode, 1)], of, 3), /the 'pad' must be zero/)
  expectOutcome(outcome([conv1d(of, mode, -1)], of, 3), /'padding' must be int/)
})

test('MindSpore and the input', () => {
  const of = config({ ...two, bias: false })
  const on = (layers: Layers, shape: readonly number[]) => run(layers, zeros(shape), zeros([2, 2, 3]), null)
  expectOutcome(on([conv1d(of, 'pad')], [2, 4]), /must be 3d, but got 2/)
  expectOutcome(on([conv1d(of, 'pad')], [1, 3, 4]), /could not create a primitive descriptor/)
  expectOutcome(on(lifted(of, 0, 0).slice(1), [1, 2, 4]), /not enough values to unpack \(expected 4, got 3\)/)
  expectOutcome(on([{ layer: 'mindspore.nn.Flatten' }], [1, 2, 3]), /out of range/)
})

test('parameters of another shape raise on either side', () => {
  const of = config(two)
  const given = [zeros([1, 2, 3]), zeros([2, 2, 4]), zeros([2])] as const
  for (const layers of [[torchLayer(of)], [conv1d(of, 'pad')], lifted(of, 0, 0)]) {
    expectOutcome(run(layers, ...given), /weight/)
    expectOutcome(run(layers, given[0], zeros([2, 2, 3]), null), /bias/)
  }
})

test.each([
  [0, 1, 3, [1, 2, 4]],
  [0, -1, 3, [1, 2, 2]],
  [-1, 3, 1, [1, 2, 3]],
  [2, 0, 0, [1, 2, 2]],
  [0, 0, 0, /output size must be greater than 0/],
  [-2, -2, 3, /output size must be greater than 0/],
  [-2, 3, 1, /greater than or equal to -1/],
  [3, -2, 1, /greater than or equal to -1/],
  [-3, 4, 3, [1, 2, 4]],
  [0.5, 0.5, 3, /must be ints/],
  [0.5, 1, 3, /must be ints/],
] as const)('ConstantPad1d((%i, %i)) on length %i', (left, right, L, expected) => {
  expectOutcome(run([zeroPad(left, right)], zeros([1, 2, L]), zeros([1, 1, 1]), null), expected)
})
