import { expect, test } from 'vitest'
import { operands } from '../../src/kernel/operands.ts'
import { config, lifted, torchLayer, zeroPad } from './layers.ts'

const of = config({ in_channels: 4, out_channels: 6, groups: 2, kernel_size: 3 })

test('they fit the first convolution', () => {
  for (const layers of [[torchLayer(of)], [zeroPad(0, 1), ...lifted(of, 0, 0)]]) {
    const { x, weight, bias } = operands(layers, 5)
    expect([x.shape, weight.shape, bias.shape]).toEqual([[1, 4, 5], [4, 3, 3], [6]])
  }
})

test('they are digits without 0, the same at every call and not all alike', () => {
  const { x, weight, bias } = operands([torchLayer(of)], 5)
  const all = [...x.data, ...weight.data, ...bias.data]
  expect(all.every(digit => Number.isInteger(digit) && digit >= 1 && digit <= 9)).toBe(true)
  expect(new Set(all).size).toBe(9)
  expect(operands([torchLayer(of)], 5)).toEqual({ x, weight, bias })
})

test('a size that no tensor can have counts as 0', () => {
  expect(operands([torchLayer({ ...of, kernel_size: -1 })], 5).weight.shape).toEqual([4, 3, 0])
  expect(operands([torchLayer({ ...of, groups: 4 })], 5).weight.shape).toEqual([4, 0, 3])
})
