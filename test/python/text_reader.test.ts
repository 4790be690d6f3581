import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodesOfType } from '../../src/python/nodes_of_type.ts'
import { createParser } from '../../src/python/parser.ts'
import { treeDifference } from './tree_difference.ts'

const require = createRequire(import.meta.url)
const parser = await createParser({ grammar: require.resolve('tree-sitter-python/tree-sitter-python.wasm') })

const statements = [
  'import torch.nn as nn\r\n',
  '# 采样 😀\n',
  'class Net(nn.Module):\n    def f(self): # why\n        return 1\n    # end\n',
  'def f(x):\n    if x:\n        pass\n    # deep\n  # less\n# none\n',
  'x = """a\nb"""; y = (1,\n  2)\r',
  'if x: pass\nelif y:\n    z\n',
  'else:\n    pass\n',
  '@a\n# between\ndef g(): ...\n',
  'try:\n    a\nfinally:\n    b\n',
  '\n\n',
  '\f\n',
  'a\n',
  'text = f"{c!r} of {len(up)}"  # note\r\n',
]
const pieces = ['x', '(', ')', '\n', '    ', '\r\n', '"', '#', ':', 'else: a\n', '😀', ' + y', '\\\n', 'if x:\n    ']
const edit = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 20 }),
  add: fc.constantFrom('', ...pieces, ...statements),
})
const source = fc.array(fc.constantFrom(...statements), { maxLength: 20 }).map(each => each.join(''))

function edited(text: string, { at, remove, add }: { at: number; remove: number; add: string }): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + add + text.slice(start + remove)
}

test('a text that is followed through any changes has the tree that it has by itself', () => {
  fc.assert(
    fc.property(source, fc.array(edit, { maxLength: 8 }), (start, edits) => {
      const follower = parser.follow()
      let text = start
      for (const each of [null, ...edits]) {
        text = each ? edited(text, each) : text
        expect(treeDifference(follower.parse(text), parser.parse(text)), text).toBeNull()
      }
    }),
    { numRuns: 2000 },
  )
})

test('what was not changed is not read again', () => {
  const follower = parser.follow()
  const functions = (value: string) =>
    nodesOfType(
      follower.parse(`def f():\n    pass\nvalue_of_all = ${value}\ndef g():\n    pass\n`),
      'function_definition',
    )
  const before = functions('1')
  expect(functions('22').map((node, index) => node === before[index])).toEqual([true, true])
})
