import { expect, test } from 'vitest'
import { at, fromNested, reshape, toNested } from '../../src/kernel/tensor.ts'

test.each([[7], [[1, 2, 3]], [[[[1, 2]], [[3, 4]]]], [[[[], []]]]])('%j there and back', nested => {
  expect(toNested(fromNested(nested))).toEqual(nested)
})

test('shape and row-major order', () => {
  const tensor = fromNested([
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect(tensor.shape).toEqual([2, 3])
  expect(at(tensor, 1, 0)).toBe(4)
  expect(toNested(reshape(tensor, [3, 2]))).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  expect(fromNested([[[], []]]).shape).toEqual([1, 2, 0])
})

test.each([[[[1, 2], [3]]], [[[1], 2]], [[1, [2]]]])('%j is ragged', nested => {
  expect(() => fromNested(nested)).toThrow(RangeError)
})

test('a reshape keeps the number of elements', () => {
  expect(() => reshape(fromNested([1, 2, 3]), [2, 2])).toThrow('cannot reshape [3] to [2,2]')
})
