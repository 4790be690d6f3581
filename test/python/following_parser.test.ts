import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Node } from '../../src/python/node.ts'
import { createParser, type SyntaxTree } from '../../src/python/parser.ts'

const require = createRequire(import.meta.url)
const parser = await createParser({ grammar: require.resolve('tree-sitter-python/tree-sitter-python.wasm') })

const program = [
  'import torch.nn as nn\r\n',
  '# 采样 😀\n',
  'class Net(nn.Module):\n',
  '    def __init__(self, c):\n',
  '        self.up = nn.ConvTranspose1d(c, c // 2, 4, \\\n            stride=2)\n',
  '        self.text = f"{c!r} of {len(self.up)}"  # note\r\n',
  '\n',
  '    def forward(self, x):\n',
  '        if x is None:\n',
  '            return [y for y in x if y]\n',
  '        elif x: pass\n',
  '        return self.up(x)\n',
  'x = """a\nb"""; y = (1,\n  2)\r',
  'match x:\n    case [1, *_]: pass\n',
]

const pieces = [
  'x',
  '(',
  ')',
  '\n',
  '    ',
  '\r\n',
  '"',
  "'''",
  '#',
  ':',
  'def f():\n    pass\n',
  '😀',
  ' + y',
  '\\\n',
  'f"{x}"',
]
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), add: fc.constantFrom('', ...pieces, ...program) })
const source = fc.array(fc.constantFrom(...program), { maxLength: 25 }).map(lines => lines.join(''))

function edited(text: string, { at, remove, add }: { at: number; remove: number; add: string }): string {
  const start = at % (text.length + 1)
  return text.slice(0, start) + add + text.slice(start + remove)
}

/** All of a tree that anybody can see. */
function seen({ source: text, root, errors, comments, nodes, depth }: SyntaxTree) {
  const index = new Map([root, ...nodes].map((node, at) => [node, at]))
  const flat = (node: Node) => [
    node.type,
    node.start,
    node.end,
    node.field,
    node.named,
    node.parent && index.get(node.parent),
    node.children.map(child => index.get(child)),
  ]
  const places = (list: readonly Node[]) => list.map(node => [node.type, node.start, node.end])
  return { text, depth, nodes: [root, ...nodes].map(flat), errors: places(errors), comments: places(comments) }
}

/** Once, of broken text the parser made something else than it does when it reads that text first. */
const brokenBefore = [
  '# 采样 😀\nx = """a\nb"""; y = (1,\n  2)\r        if x is None:\n# 采样 😀\nimport torch.nn as nn\r\n    def __init__(self, c):\n        return self.up(x)\n        self.text = f"{c!r} of {len(self.up)}"  # note\r\n\n',
  [
    { at: 176630265, remove: 2, add: 'import torch.nn as nn\r\n' },
    { at: 1841461099, remove: 17, add: '' },
  ],
] as const

test('a text that is followed through any changes has the tree that it has by itself', () => {
  fc.assert(
    fc.property(source, fc.array(edit, { maxLength: 8 }), (start, edits) => {
      const follower = parser.follow()
      let text = start
      for (const each of [null, ...edits]) {
        if (each) text = edited(text, each)
        expect(seen(follower.parse(text))).toEqual(seen(parser.parse(text)))
      }
      follower.close()
    }),
    { numRuns: 500, examples: [[brokenBefore[0], [...brokenBefore[1]]]] },
  )
})

test('what the change does not touch is the same, moved', () => {
  const follower = parser.follow()
  onTestFinished(() => follower.close())
  const text = program.slice(2, 12).join('')
  const before = follower.parse(text)
  const last = before.nodes.at(-1)
  const at = last?.start ?? 0
  const after = follower.parse(text.replace('c // 2', 'channels // 2'))
  expect(after.nodes.at(-1)).toBe(last)
  expect(last?.start).toBe(at + 'channels'.length - 1)
})
