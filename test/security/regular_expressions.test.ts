import { describe, expect, test } from 'vitest'
import { rewrite } from '../../src/host/notebook_pieces.ts'
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

const bodies = {
  'blanks in an attribute': `return nn.ConvTranspose1d(1, 1, a${' '.repeat(200_000)}.b)`,
  'a name of many unknown parts': `return getattr(nn, f"C${'{a}'.repeat(60)}Z")(1, 1, 1)`,
  'a name of many choices': `return getattr(nn, ${sumOf("('' if a else 'o' if a == 1 else 'n')", 64)} + 'Z')(1, 1, 1)`,
  'a name of many fields': `return getattr(nn, "${'{'.repeat(200_000)}".format(a))(1, 1, 1)`,
  'a path of many parts': `c = nn.${'Conv'.repeat(100_000)}.x()\n    return nn.ConvTranspose1d(1, 1, 3, padding=c.padding)`,
}

/** A sum as deep as its parts' number has bits. */
function sumOf(part: string, parts: number): string {
  return parts === 1 ? part : `(${sumOf(part, parts / 2)} + ${sumOf(part, parts / 2)})`
}

test.each(Object.entries(bodies))('a function with %s', (_, body) => {
  const found = checker.check(`import torch.nn as nn\ndef f(a):\n    ${body}\n`)
  expect(found.length).toBeLessThan(2)
})

test('a source of a notebook with many blanks inside its strings is written as it stood', () => {
  const blanks = ' '.repeat(200_000)
  const raw = `[ "x = 1${blanks}\\n", "y"\n ]`
  const pieces = [`x = 1${blanks}\n`, 'y'].map(text => ({ text, raw: JSON.stringify(text) }))
  expect(rewrite({ form: 'list', raw, pieces, separator: ', ' }, `x = 1${blanks}\nz`)).toBe(raw.replace('"y"', '"z"'))
})

test.each(Object.entries(lines))('a line with %s', (_, line) => {
  const found = checker.check(`import torch.nn as nn\n${line}\n`)
  expect(found.length).toBeLessThanOrEqual(2)
})
