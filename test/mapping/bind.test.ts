import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

function found(args: string) {
  const [finding] = checker.check(`import torch.nn as nn\nnn.ConvTranspose1d(${args})\n`)
  return finding
}

/** Python's grammar refuses these, tree-sitter's does not. */
test.each(['3, k, 2, output_padding=s, bias', '3, k, kernel_size=2, 3', "**{'in_channels': 3}, 3, 3"])(
  'nn.ConvTranspose1d(%s) is not rewritten',
  args => {
    expect(found(args)).toMatchObject({ code: 'TSP208', fix: null, message: { problem: { kind: 'behind-keyword' } } })
  },
)

describe('Python raises TypeError', () => {
  test.each([
    ['', { kind: 'missing', parameters: ['in_channels', 'out_channels', 'kernel_size'] }],
    ['4, kernel_size=3', { kind: 'missing', parameters: ['out_channels'] }],
    ['size for size in sizes', { kind: 'missing', parameters: ['out_channels', 'kernel_size'] }],
    ['4, 4, 3, in_channels=4', { kind: 'duplicate', parameter: 'in_channels' }],
    ["4, 4, 3, **{'out_channels': 4}", { kind: 'duplicate', parameter: 'out_channels' }],
    ['4, 4, 3, strides=2', { kind: 'unexpected', keyword: 'strides' }],
    ["4, 4, 3, **{'strides': 2}", { kind: 'unexpected', keyword: 'strides' }],
    ["4, 4, 3, 1, 0, 0, 1, True, 1, 'zeros', None, None, 0", { kind: 'too-many', given: 13, most: 12 }],
    ['*sizes, strides=2', { kind: 'unexpected', keyword: 'strides' }],
  ])('%s', (args, problem) => {
    expect(found(args)).toMatchObject({ code: 'TSP208', fix: null, message: { problem } })
  })
})

describe('only known when the program runs', () => {
  test.each([
    '*sizes',
    '4, 4, *sizes',
    '4, 4, 3, **more',
    "4, 4, 3, **{'bias': False, 'bias': True}",
    '4, 4, 3, **{name: 2}',
    "4, 4, 3, **{f'{name}': 2}",
    "4, 4, 3, **{'bias': False, **more}",
    '(size for size in sizes)',
  ])('%s', args => expect(found(args)).toMatchObject({ code: args.startsWith('(') ? 'TSP208' : 'TSP206', fix: null }))
})

test('a dictionary that stands in the call is opened', () => {
  expect(found("**{'in_channels': 4, 'out_channels': 4}, **{'kernel_size': 3}")).toMatchObject({ code: 'TSP101' })
  expect(found("4, **{'out_channels': 4, 'kernel_size': 3}, stride=2,  # up\n")).toMatchObject({ code: 'TSP101' })
})
