import { expect, test } from 'vitest'
import { picture } from '../../src/kernel/picture.ts'
import { bothSides } from './port.ts'

function pictured(args: string, port: string | null = null, widest = 50) {
  const [sides] = bothSides([[args, port ?? 'None']])
  if (!sides) throw new Error('one call expected')
  const theirs = port === null ? null : (sides.mindspore?.pipeline ?? [])
  return picture(sides.torch, { composed: null, port: theirs }, widest)
}

const frames = (args: string, widest?: number) => pictured(args, null, widest)?.L

test('of all sizes those that show most: crops, overlap, another window of same', () => {
  expect(pictured('ci, co, k, u, p')).toEqual({
    values: { k: '3', u: '2', p: '1' },
    sizes: { kernel_size: 3, stride: 2, padding: 1, output_padding: 0, dilation: 1 },
    L: 4,
    full: 9,
    extent: 9,
    windows: [
      { layer: 'torch', first: 1, length: 7, same: true },
      { layer: 'pad', first: 1, length: 7, same: true },
      { layer: 'same', first: 0, length: 8, same: false },
      { layer: 'valid', first: 0, length: 9, same: false },
    ],
  })
  const sizes = { kernel_size: 3, stride: 2, padding: 1, output_padding: 1, dilation: 1 }
  expect(pictured('ci, co, k, u, p, q, dilation=d')).toMatchObject({ sizes })
})

test.each([
  ['a crop', 'ci, co, 5, 2, p', { padding: 1 }],
  ['strides', 'ci, co, 5, u, 1', { stride: 2 }],
  ['three taps', 'ci, co, k, 1, 1', { kernel_size: 4 }],
  ['overlap, which as many taps as strides have not', 'ci, co, 4, 5 - u, 1', { stride: 3 }],
  ['small dilation', 'ci, co, 7, u, 1, dilation=max(1, 4 - d)', { stride: 2, dilation: 2 }],
  ['output_padding', 'ci, co, 5, 3, 1, q', { output_padding: 1 }],
])('%s rather than none: %s', (_, args, sizes) => {
  expect(pictured(args)).toMatchObject({ sizes })
})

test('the smallest sizes where all are too wide', () => {
  expect(pictured('ci, co, k, u, p', null, 0)).toMatchObject({ sizes: { kernel_size: 1, stride: 1, padding: 0 }, L: 1 })
})

test('before all, sizes at which a port differs', () => {
  const port = 'ms.nn.Conv1dTranspose(ci, co, k, u, has_bias=True)'
  const all = pictured('ci, co, k, u, max(0, k - u) // 2', port)
  expect(all?.windows.find(({ layer }) => layer === 'port')).toMatchObject({ same: false })
})

test('four frames, fewer where that would be too wide, never fewer than torch needs', () => {
  expect(frames('ci, co, 16, 8, 4')).toBe(4)
  expect(frames('ci, co, 16, 8, 4', 40)).toBe(4)
  expect(frames('ci, co, 16, 8, 4', 39)).toBe(3)
  expect(frames('ci, co, 16, 8, 4', 31)).toBe(2)
  expect(frames('ci, co, 16, 8, 4', 23)).toBe(1)
  expect(frames('ci, co, 160, 80, 4')).toBe(1)
  expect(frames('ci, co, 3, 2, 9')).toBe(9)
})

test('nothing where torch runs at no sizes', () => {
  expect(pictured('ci, co, 3, 2, 0, 2')).toBeNull()
})

test('a window that ends behind the full convolution widens the picture', () => {
  expect(pictured('ci, co, 1, 4')).toMatchObject({ L: 4, full: 13, extent: 16 })
})
