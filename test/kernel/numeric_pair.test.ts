import { expect, test } from 'vitest'
import { numericPair } from '../../src/kernel/numeric_pair.ts'
import { sizeAtoms } from '../../src/kernel/valuations.ts'
import type { PythonValue } from '../../src/python/evaluate.ts'
import { bothSides } from './port.ts'

const [sides] = bothSides([['1, 1, k, bias=flag', 'ms.nn.Conv1dTranspose(1, 1, k, has_bias=flag)']])

function numbersAt(k: PythonValue, flag: PythonValue = true) {
  if (!sides?.mindspore) throw new Error('one port expected')
  const values = new Map(sizeAtoms([sides.torch]).map(({ key, text }) => [key, text === 'k' ? k : flag]))
  return numericPair(sides.torch, sides.mindspore.pipeline, values)
}

test('each name is its value, on both sides', () => {
  expect(numbersAt(3n)).toMatchObject({
    torch: { kernel_size: 3, bias: true },
    mindspore: [{ kernel_size: 3, has_bias: true }],
  })
})

test('sizes up to 10,000 count', () => {
  for (const k of [10_000n, -10_000n]) expect(numbersAt(k)?.torch.kernel_size).toBe(Number(k))
  for (const k of [10_001n, -10_001n, 'a', null]) expect(numbersAt(k)).toBeNull()
})

test('a flag is what Python takes it for', () => {
  expect(numbersAt(3n, 0n)?.torch.bias).toBe(false)
  expect(numbersAt(3n, 2n)?.torch.bias).toBe(true)
  expect(numbersAt(3n, '')?.torch.bias).toBe(false)
})
