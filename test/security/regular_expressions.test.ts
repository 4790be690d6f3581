import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

const size = 20_000

/** Text that has made a pattern try every pair of places, or every way to divide a line; each ends at once, or never. */
const modules = {
  'colons behind a name': `Up:S${':G'.repeat(size)}\n`,
  'names and commas': `:${'Up,'.repeat(size)}\n`,
  'loops that begin': `${'for Up '.repeat(size)}\n`,
  'imports that begin': `class Up: pass\n${'import Up '.repeat(size)}\n`,
  'many lines of colons': `Up:S${':G'.repeat(900)}\n`.repeat(50),
}

describe('a module that is imported', () => {
  test.each(Object.entries(modules))('with %s', (_, text) => {
    const read = (path: string) => (path === '/r/layers.py' ? `${text}from torch.nn import ConvTranspose1d\n` : null)
    const found = checker.check('from layers import Up\nUp(1, 1, 1)\n', {}, { path: '/r/net.py', read })
    expect(found.filter(({ fix }) => fix)).toEqual([])
  })
})

const lines = {
  'blanks in an expression': `nn.ConvTranspose1d(1, 1, k -${' '.repeat(size)}1)`,
  'suppressions without an end': `nn.ConvTranspose1d(1, 1, 1)  ${'# torchspore: ignore-file[N'.repeat(size / 20)}`,
  'codes of noqa': `nn.ConvTranspose1d(1, 1, 1)  # noqa: ${'A,'.repeat(size)}`,
}

test.each(Object.entries(lines))('a line with %s', (_, line) => {
  const found = checker.check(`import torch.nn as nn\n${line}\n`)
  expect(found.length).toBeLessThan(2)
})
