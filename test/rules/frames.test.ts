import { expect, test } from 'vitest'
import { scalarNode } from '../../rules/conv_transpose1d/frames.ts'
import { type Node, walk } from '../../src/python/node.ts'
import { createParser } from '../../src/python/parser.ts'
import { checker, grammar } from '../checker.ts'

const parser = await createParser({ grammar })

function scalarText(text: string): string {
  const { root } = parser.parse(text)
  const [value] = [...walk(root)].filter(node => node.type === 'expression_statement').flatMap(node => node.parts)
  const scalar: Node = scalarNode(value ?? root)
  return text.slice(scalar.start, scalar.end)
}

test.each([
  ['(k,)', 'k'],
  ['[k + 1]', 'k + 1'],
  ['(k, u)', '(k, u)'],
  ['[]', '[]'],
  ['f(k)', 'f(k)'],
  ['{k}', '{k}'],
  ['k', 'k'],
])('the int of %s is %s', (text, scalar) => {
  expect(scalarText(text)).toBe(scalar)
})

/** What recipe E appends and crops at the end. */
function frames(args: string) {
  const source = `import torch.nn as nn\n\n\ndef build(c, k, u, p, q, d):\n    return nn.ConvTranspose1d(c, c, k, ${args})\n`
  const [finding] = checker.check(source)
  const message = finding?.notes.find(note => note.message.id === 'lifted.frames')?.message
  return message?.id === 'lifted.frames' ? [message.count, message.crop] : finding?.code
}

test.each([
  ['3, 2, 2', '0', '0'],
  ['3, 2, 1', '0', '1'],
  ['3, 1, 2', '1', '2'],
  ['3, 0, 2', '1', '1'],
  ['2, 0, 7, dilation=8', '4', '1'],
  ['2, 1, 7, dilation=8', '3', '0'],
  ['4, output_padding=3', '1', '1'],
  ['output_padding=1, dilation=2', '1', '0'],
  ['u, p, q', '1', 'p - q + u'],
  ['u, p, u - 1', '1', 'p - (u - 1) + u'],
  ['u, q + 1, q', '0', 'q + 1 - q'],
  ['u, u // 2 + u % 2, u % 2', '0', 'u // 2 + u % 2 - u % 2'],
  ['u, output_padding=q', '1', '-q + u'],
  ['u or 1, (p,), [q]', '1', 'p - q + (u or 1)'],
  ['u, p, q, dilation=d', 'max(0, -((p - q) // u))', 'p - q + max(0, -((p - q) // u)) * u'],
  ['u + 1, p, q, dilation=d', 'max(0, -((p - q) // (u + 1)))', 'p - q + max(0, -((p - q) // (u + 1))) * (u + 1)'],
  ['output_padding=q, dilation=d', 'max(0, -((-q) // 1))', '-q + max(0, -((-q) // 1)) * 1'],
  ['u, p if d else 0, 1', '1', '(p if d else 0) - 1 + u'],
])('%s: %s frames, %s cropped', (args, count, crop) => {
  expect(frames(args)).toEqual([count, crop])
})
