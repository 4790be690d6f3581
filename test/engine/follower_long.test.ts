import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Options } from '../../src/engine/options.ts'
import { checker } from '../checker.ts'

/** Bodies in which something may be typed that matters elsewhere, or does not. */
const lines = [
  'y = x * 2',
  'y = x * 3 + scale(y)',
  'return y',
  'self.up = nn.Conv1d(1, 1, 1)',
  'self.rate = 3',
  'nn.ConvTranspose1d = Mine',
  'global nn; nn = None',
  'global bool; bool = print',
  'global max, ms; max = ms = print',
  'import math',
  'up = nn.ConvTranspose1d(x, x, 4, 2, 1, output_padding=1)',
  'print(self.up.kernel_size[0])',
  'if isinstance(x, nn.ConvTranspose1d): pass',
  'x = y = z = max(1, 2)',
  '"a string"; y = \'another\'',
  '# torchspore: ignore',
  'def inner(): return nn',
  'setattr(nn, "ConvTranspose1d", Mine)',
]

const program = fc
  .array(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 5 })
  .map(bodies => [
    'import torch',
    'from torch import nn',
    'class Net(nn.Module):',
    '    def __init__(self, c, k, rate, bias):',
    '        self.rate = rate',
    '        self.up = nn.ConvTranspose1d(c, c // 2, k, self.rate, padding=max(0, k - rate), bias=bias)',
    ...bodies.flatMap((body, index) => [`    def step${index}(self, x):`, ...body.map(line => `        ${line}`)]),
    'def scale(x):',
    '    return x',
    'layer = nn.ConvTranspose1d(scale(4), 4, 3)',
  ])

const change = fc.record({
  at: fc.nat(),
  line: fc.constantFrom(...lines),
  how: fc.constantFrom('replace', 'add', 'remove', 'between'),
})

function changed(program: readonly string[], { at, line, how }: { at: number; line: string; how: string }): string[] {
  const inBody = program.flatMap((text, index) => (/^ {8}/.test(text) ? [index] : []))
  const index = inBody[at % inBody.length] ?? 6
  const text = `        ${line}`
  if (how === 'between') {
    const above = program.flatMap((each, row) => (/^\S/.test(each) ? [row] : []))
    return program.toSpliced(above[at % above.length] ?? 0, 0, line)
  }
  if (how === 'add') return program.toSpliced(index, 0, text)
  return how === 'replace' ? program.with(index, text) : program.toSpliced(index, 1, '        pass')
}

const options = fc.constantFrom<Partial<Options>>({}, { compatModule: 'net.compat' })

test('a text that is followed through its changes is found to have just what it has by itself', () => {
  fc.assert(
    fc.property(program, fc.array(change, { minLength: 1, maxLength: 6 }), options, (first, changes, given) => {
      const follower = checker.follow()
      let current: readonly string[] = first
      for (const each of [null, ...changes]) {
        current = each ? changed(current, each) : current
        const text = current.join('\n')
        expect(follower.analyse(text, given).findings).toEqual(checker.check(text, given))
      }
    }),
    { numRuns: 4000 },
  )
})
