import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

function found(args: string) {
  const [finding] = checker.check(
    `import torch.nn as nn\n\n\ndef build(c, k, u, p, b):\n    return nn.ConvTranspose1d(c, c, ${args})\n`,
  )
  return { code: finding?.code, message: finding?.message }
}

describe('a size that is evidently several', () => {
  test.each([
    '(k, k)',
    '[k, u]',
    '()',
    '(*k,)',
    '{k}',
    '{k: u}',
    '(k,) * 1',
    '2 * (k,)',
    '(k,) or 3',
    'k and [u]',
    '(k,) if b else k',
    'k if b else [k]',
    'tuple(k)',
    'list (k)',
    'k, stride=(u, u)',
    'k, padding=(p, p)',
    'k, dilation=(1, 1)',
    'k, output_padding=(1, 1)',
  ])('%s', args => expect(found(args).code).toBe('TSP205'))

  test.each([
    '(k,)',
    '([k])',
    'tuples(k)',
    'tuple(k)[0]',
    'list(k).pop()',
    'k * 1',
    'k or 3',
    'k if b else 3',
    'p.tuple(k)',
  ])('unlike %s', args => expect(found(args).code).toBe('TSP101'))
})

describe('a size whose name is given a tuple or list', () => {
  const ofSource = (lines: string) => checker.check(`import torch.nn as nn\n\n${lines}\n`).map(({ code }) => code)

  test.each([
    ['of the module', 'K = (4,)\nnn.ConvTranspose1d(8, 8, K)'],
    ['a stride', 'S = [2]\nnn.ConvTranspose1d(8, 8, 4, S)'],
    ['twice named', 'S = [2]\nT = S\nnn.ConvTranspose1d(8, 8, 4, padding=T)'],
    ['tuple()', 'def f(ks):\n    k = tuple(ks)\n    return nn.ConvTranspose1d(8, 8, k)'],
    ['a default', 'def f(k=(4,)):\n    return nn.ConvTranspose1d(8, 8, k)'],
    [
      'its own',
      'class M(nn.Module):\n    def __init__(self):\n        self.k = (4,)\n        self.up = nn.ConvTranspose1d(8, 8, self.k)',
    ],
    ['an item', 'KS = [(4,), (8,)]\nnn.ConvTranspose1d(8, 8, KS[0])'],
    ['in a loop', 'for k in ((4,), (8,)):\n    nn.ConvTranspose1d(8, 8, k)'],
    ['one of two', 'K = 4 if nn else (4,)\nnn.ConvTranspose1d(8, 8, K)'],
  ])('%s', (_, lines) => expect(ofSource(lines)).toEqual(['TSP205']))

  test.each([
    ['an item', 'KS = [4, 8]\nnn.ConvTranspose1d(8, 8, KS[0])'],
    ['in a loop', 'for k in (4, 8):\n    nn.ConvTranspose1d(8, 8, k)'],
    ['a pair taken apart', 'for k, u in ((4, 2), (8, 4)):\n    nn.ConvTranspose1d(8, 8, k, u)'],
    [
      'pairs of two lists',
      'def f(ks=[4, 8], us=(2, 4)):\n    return [nn.ConvTranspose1d(8, 8, k, u) for i, (k, u) in enumerate(zip(ks, us))]',
    ],
    ['an item of a default', 'def f(ks=[4, 8]):\n    return [nn.ConvTranspose1d(8, 8, ks[i], 2) for i in range(2)]'],
    ['a tuple that was taken apart', 'def f(k=(4,)):\n    (k,) = k\n    return nn.ConvTranspose1d(8, 8, k)'],
  ])('unlike %s', (_, lines) => expect(ofSource(lines)[0]).toBe('TSP101'))
})

/** torch raises for these whatever the names are. */
describe('a value that torch refuses', () => {
  test.each([
    ['0', 'kernel_size', 'at-least-1'],
    ['k, 0', 'stride', 'at-least-1'],
    ['k, dilation=-1', 'dilation', 'at-least-1'],
    ['k, groups=0', 'groups', 'at-least-1'],
    ['k, padding=-1', 'padding', 'at-least-0'],
    ['k, output_padding=-1', 'output_padding', 'at-least-0'],
    ['k, padding=1.0', 'padding', 'an-int'],
    ['"3"', 'kernel_size', 'an-int'],
    ['k, None', 'stride', 'an-int'],
    ['(k / 2,)', 'kernel_size', 'an-int'],
    ['k, groups=c / 2', 'groups', 'an-int'],
    ["k, padding_mode='reflect'", 'padding_mode', 'only-zeros'],
    ['k, padding_mode=None', 'padding_mode', 'only-zeros'],
    ['k, padding_mode=0', 'padding_mode', 'only-zeros'],
    ['k, output_padding=1', 'output_padding', 'below-stride-or-dilation'],
    ['k, 2, output_padding=3, dilation=3', 'output_padding', 'below-stride-or-dilation'],
    ['k, 3, output_padding=3, dilation=2', 'output_padding', 'below-stride-or-dilation'],
  ])('%s', (args, parameter, rule) => {
    expect(found(args)).toMatchObject({ code: 'TSP208', message: { problem: { kind: 'value', parameter, rule } } })
  })

  test.each([
    '1',
    'k, 1',
    'k, padding=0',
    'k, output_padding=0',
    'k, 2, output_padding=1',
    'k, output_padding=1, dilation=2',
    'k, u, output_padding=1',
    'k, output_padding=u',
    "k, padding_mode='zeros'",
  ])('unlike %s', args => expect(found(args).code).not.toBe('TSP208'))
})

test('groups that divide no channels', () => {
  const code = (args: string) => checker.check(`import torch.nn as nn\nup = nn.ConvTranspose1d(${args})\n`)[0]?.code
  expect(code('4, 4, 3, groups=3')).toBe('TSP208')
  expect(code('6, 4, 3, groups=3')).toBe('TSP208')
  expect(code('4, 6, 3, groups=3')).toBe('TSP208')
  expect(code('6, 6, 3, groups=3')).toBe('TSP101')
  expect(code('0, 4, 3')).toBe('TSP208')
  expect(code('4, 0, 3')).toBe('TSP208')
})
