import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { collectNames } from '../../src/python/collect.ts'
import { createParser } from '../../src/python/parser.ts'

const require = createRequire(import.meta.url)
const parser = await createParser({ grammar: require.resolve('tree-sitter-python/tree-sitter-python.wasm') })

test.each([
  ['x += y', ['x'], ['x', 'y']],
  ['x.a += y', [], ['x', 'y']],
  ['(x := a).b += 1', ['x'], ['a']],
  ['a[[x for x in b]] += 1', ['x'], ['a', 'b', 'x']],
])('each name of an augmented assignment is met once: %s', (source, bound, read) => {
  const names = collectNames(parser.parse(source))
  expect(names.bindings.map(({ name }) => name)).toEqual(bound)
  expect([...names.used].flatMap(name => names.usesOf(name).map(() => name)).sort()).toEqual(read)
})

test.each([
  ['import torch\\\n.nn as nn', 'nn', 'torch.nn'],
  ['import torch\\\r\n  . nn', 'torch', 'torch'],
  ['from torch\\\n.nn import A', 'A', 'torch.nn'],
  ['from .\\\n.torch . nn import A', 'A', 'torch.nn'],
])('a module may be named over lines: %j', (source, name, module) => {
  const [found] = collectNames(parser.parse(source)).imports
  expect([found?.name, found?.bound.kind === 'import' && found.bound.module]).toEqual([name, module])
})
