import { expect, test } from 'vitest'
import { compare } from '../../src/kernel/compare.ts'
import { type Config, config, conv1d, effective, torchLayer } from './layers.ts'

/** 'same' is torch for all lengths, inputs and parameters. */
function closedForm(of: Config): boolean {
  const { stride, padding, output_padding } = of
  const excess = effective(of) - stride
  return output_padding === 0 ? excess === 2 * padding : padding === 0 && output_padding === -excess
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

const grid = range(1, 8).flatMap(kernel_size =>
  range(1, 6).flatMap(stride =>
    range(0, 4).flatMap(padding =>
      range(0, 5).flatMap(output_padding =>
        range(1, 3).map(dilation => config({ kernel_size, stride, padding, output_padding, dilation })),
      ),
    ),
  ),
)

/**
 * Equal on each of these lengths; where torch itself raises does not count.
 * One length says little: between taps that dilation sets apart a short output can be zero in either window.
 */
function equalOnAll(of: Config): boolean {
  const results = [1, 2, 3, 9].map(L => compare([torchLayer(of)], [conv1d(of, 'same')], L).result)
  expect(new Set(results)).not.toEqual(new Set(['torch raises']))
  expect(results).not.toContain('mindspore raises')
  return !results.includes('different')
}

test("by exhaustion: 'same' is torch exactly where the closed form says", () => {
  const buildable = grid.filter(of => of.output_padding < Math.max(of.stride, of.dilation))
  expect(buildable.filter(of => equalOnAll(of) !== closedForm(of))).toEqual([])
  expect([buildable.length, buildable.filter(closedForm).length]).toEqual([2680, 74])
})

test("the official page's second example: equal shapes, other values", () => {
  const of = config({ in_channels: 3, out_channels: 64, kernel_size: 5, stride: 3, padding: 2, output_padding: 2 })
  const comparison = compare([torchLayer(of)], [conv1d(of, 'same')], 10)
  if (comparison.result !== 'different') throw new Error(comparison.result)
  const { torch_shape, mindspore_shape, index, torch, mindspore } = comparison.difference
  expect(torch_shape).toEqual([1, 64, 30])
  expect(mindspore_shape).toEqual(torch_shape)
  expect(index).toEqual([0, 0, 0])
  expect(mindspore).not.toBe(torch)
})
