import { expect, test } from 'vitest'
import { Node, walk } from '../../src/python/node.ts'

test('a node may have more children than a call may have arguments', () => {
  const count = 300_000
  const root = new Node('module', 0, count, true)
  for (let at = 0; at < count; at++) root.add(new Node('identifier', at, at + 1, true))
  const [first, ...below] = walk(root)
  expect(first).toBe(root)
  expect(below.findIndex((node, index) => node.start !== index)).toBe(-1)
  expect(below.length).toBe(count)
})
