import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

function rejected(args: string) {
  const source = `import torch.nn as nn\n\n\ndef build(c, k, u, p, b, d, g):\n    return nn.ConvTranspose1d(${args})\n`
  return checker.check(source)[0]?.rejected ?? []
}

test.each([
  ['8, 4, 5, 3, 2, 2', "8, 4, 5, stride=3, pad_mode='same', has_bias=True"],
  ['c, c, k, u, p, 1, bias=False', "c, c, k, stride=u, pad_mode='same', has_bias=False"],
  ['c, c, k, u, p, 1, bias=b', "c, c, k, stride=u, pad_mode='same', has_bias=bool(b)"],
  ['c, c, k, u, p, u - 1, g, dilation=d', "c, c, k, stride=u, pad_mode='same', dilation=d, group=g, has_bias=True"],
  ['c, c, k, 2, output_padding=1, padding_mode="zeros"', 'c, c, k, stride=2, pad_mode="same", has_bias=True'],
])("%s is not what the official page writes: 'same'", (args, written) => {
  const [only, ...more] = rejected(args)
  expect(only?.rewrite).toBe(`mindspore.nn.Conv1dTranspose(${written})`)
  expect(only?.counterexample.torch).not.toBe(only?.counterexample.mindspore ?? 'another shape')
  expect(more).toEqual([])
})

test.each(['c, c, k, u, p', '4, 4, 1, stride=2, output_padding=1'])(
  "%s: nothing is wrong with 'same', or nobody writes it",
  args => expect(rejected(args)).toEqual([]),
)
