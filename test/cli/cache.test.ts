import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'

const files = {
  'pkg/__init__.py': '',
  'pkg/layers.py': 'import torch.nn as nn\n\nUp = nn.ConvTranspose1d\n',
  'pkg/net.py': 'from .layers import Up\n\nup = Up(4, 2, 3)\n',
  'pkg/other.py': 'x = 1\n',
}

const entries = (folder: string, cache = '.torchspore_cache') =>
  existsSync(join(folder, cache))
    ? readdirSync(join(folder, cache)).filter(name => name.endsWith('.entry')).length
    : null

test('a second run says what the first one said, byte for byte, in every format', () => {
  const folder = makeFolder(files)
  for (const format of ['text', 'json', 'sarif']) {
    const args = ['check', '--output-format', format]
    const plain = torchspore(folder, [...args, '--no-cache'])
    expect(torchspore(folder, args)).toEqual(plain)
    expect(torchspore(folder, args)).toEqual(plain)
  }
  expect(entries(folder)).toBe(2)
})

test('--no-cache leaves nothing behind', () => {
  const folder = makeFolder(files)
  torchspore(folder, ['check', '--no-cache'])
  expect(entries(folder)).toBeNull()
})

test('cache-dir counts from the settings', () => {
  const folder = makeFolder({ ...files, 'torchspore.toml': 'cache-dir = "kept/here"' })
  torchspore(join(folder, 'pkg'), ['check'])
  expect(entries(folder, 'kept/here')).toBe(2)
  expect(entries(join(folder, 'pkg'))).toBeNull()
})

test('a fix is not taken from what an earlier run found', () => {
  const folder = makeFolder(files)
  torchspore(folder, ['check'])
  const { out } = torchspore(folder, ['check', '--fix'])
  expect(out).toMatch(/\nFixed 1, /)
})

test('a folder that cannot be written to is as good as none', () => {
  const folder = makeFolder(files)
  mkdirSync(join(folder, '.torchspore_cache'))
  chmodSync(join(folder, '.torchspore_cache'), 0o555)
  expect(torchspore(folder, ['check'])).toEqual(torchspore(folder, ['check', '--no-cache']))
})

test('nor one where the system makes no folder', () => {
  const folder = makeFolder({ ...files, 'torchspore.toml': 'cache-dir = "/proc/none/cache"\n' })
  expect(torchspore(folder, ['check'])).toEqual(torchspore(folder, ['check', '--no-cache']))
})

test('many files, in threads, are told of in the order of one run over few', () => {
  const many = Object.fromEntries(Array.from({ length: 4100 }, (_, index) => [`many/f${index}.py`, 'x = 1\n']))
  const calls = ['many/f0.py', 'many/f2999.py', 'many/z.py']
  const call = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n'
  const folder = makeFolder({ ...many, ...Object.fromEntries(calls.map(path => [path, call])) })
  const few = torchspore(folder, ['check', '--no-cache', ...calls])
  expect(few.out).toMatch(/\nFound 3 /)
  expect(torchspore(folder, ['check', '--no-cache'])).toEqual(few)
})

/** The file in which a run keeps the words that it came to. */
function wordsFile(folder: string): string {
  const names = readdirSync(join(folder, '.torchspore_cache')).filter(name => name.endsWith('.words'))
  expect(names).toHaveLength(1)
  return join(folder, '.torchspore_cache', names[0] ?? '')
}

test.each([
  ['none', '[]'],
  ['others', '["Down","x"]'],
  ['those and others', '["Up","Down"]'],
  ['an empty one', '[""]'],
  ['too many', JSON.stringify(Array.from({ length: 1000 }, (_, index) => `Up${index}`))],
  ['what is no list', '{"Up":1}'],
  ['what are no words', '[1,null]'],
  ['nothing that reads', '["Up'],
])('whatever words an earlier run left, the same is said, and the right words are kept: %s', (_, words) => {
  const folder = makeFolder(files)
  const plain = torchspore(folder, ['check'])
  expect(readFileSync(wordsFile(folder), 'utf8')).toBe('["Up"]')
  writeFileSync(wordsFile(folder), words)
  expect(torchspore(folder, ['check'])).toEqual(plain)
  expect(readFileSync(wordsFile(folder), 'utf8')).toBe('["Up"]')
})

test('words of an earlier run hide no new follower, and no follower of a new word', () => {
  const folder = makeFolder(files)
  torchspore(folder, ['check'])
  writeFileSync(join(folder, 'pkg/other.py'), 'from .layers import Up\n\nup = Up(1, 2, 3)\n')
  writeFileSync(join(folder, 'pkg/more.py'), 'from .net import Wide\n\nup = Wide(1, 2, 3)\n')
  writeFileSync(join(folder, 'pkg/net.py'), 'from .layers import Up\n\nWide = Up\n')
  const { out } = torchspore(folder, ['check'])
  expect(out).toMatch(/pkg\/other\.py:3/)
  expect(out).toMatch(/pkg\/more\.py:3/)
  expect(torchspore(folder, ['check', '--no-cache']).out).toBe(out)
  rmSync(join(folder, 'pkg/layers.py'))
  expect(torchspore(folder, ['check'])).toEqual(torchspore(folder, ['check', '--no-cache']))
})
