import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Analysis } from '../../src/engine/checker.ts'
import { defaultOptions, type Options } from '../../src/engine/options.ts'
import { createCache, noCache } from '../../src/host/cache.ts'
import { judge, remembered } from '../../src/host/judge.ts'
import { Snapshot } from '../../src/host/snapshot.ts'
import { decodeUtf8 } from '../../src/host/source.ts'
import { checker } from '../checker.ts'
import { makeFolder } from './folder.ts'

const limit = 1_000_000
const version = 'test'

/** What one run with a fresh snapshot says of a file, and whether it had to look. */
async function run(root: string, path: string, options: Options, cached: boolean) {
  const snapshot = new Snapshot(limit)
  const cache = cached ? createCache(join(root, '.cache'), snapshot, version) : noCache
  const absolute = join(root, path)
  const decoded = decodeUtf8(readFileSync(absolute))
  if (decoded.kind === 'problem') throw new Error('the test writes UTF-8 only')
  const { source } = decoded
  const about = { path, absolute, source, options, loader: snapshot.loaderFor(absolute) }
  const known = remembered(about, { kind: 'look' }, cache)
  return { outcome: known ?? (await judge(checker, about, { kind: 'look' }, cache)), isKnown: known !== null }
}

const layers = 'import torch.nn as nn\nUp = nn.ConvTranspose1d\n'
const net = 'from .layers import Up\nfrom . import layers\nup = Up(4, 2, 3)\nother = layers.Up(4, 2, 3)\n'

function repository() {
  return makeFolder({ 'pkg/__init__.py': '', 'pkg/layers.py': layers, 'pkg/net.py': net })
}

describe('what an earlier run found', () => {
  test('is used again, with the same outcome', async () => {
    const root = repository()
    const first = await run(root, 'pkg/net.py', defaultOptions, true)
    const second = await run(root, 'pkg/net.py', defaultOptions, true)
    expect([first.isKnown, second.isKnown]).toEqual([false, true])
    expect(second.outcome).toEqual(first.outcome)
    expect(first.outcome.found.findings.map(({ code }) => code)).toEqual(['TSP101', 'TSP101'])
  })

  test.each([
    ['a module changes', (root: string) => writeFileSync(join(root, 'pkg/layers.py'), 'class Up: ...\n')],
    ['a module goes', (root: string) => rmSync(join(root, 'pkg/layers.py'))],
    [
      'a package comes before a module',
      (root: string) => {
        mkdirSync(join(root, 'pkg/layers'))
        writeFileSync(join(root, 'pkg/layers/__init__.py'), 'class Up: ...\n')
      },
    ],
  ])('is not used when %s', async (_, change) => {
    const root = repository()
    await run(root, 'pkg/net.py', defaultOptions, true)
    change(root)
    const after = await run(root, 'pkg/net.py', defaultOptions, true)
    expect(after.isKnown).toBe(false)
    expect(after.outcome).toEqual((await run(root, 'pkg/net.py', defaultOptions, false)).outcome)
  })

  test('is not used when a folder comes that holds what is imported', async () => {
    const root = makeFolder({ 'net.py': 'from models.layers import Up\nup = Up(4, 2, 3)\n' })
    await run(root, 'net.py', defaultOptions, true)
    expect((await run(root, 'net.py', defaultOptions, true)).isKnown).toBe(true)
    mkdirSync(join(root, 'models'))
    writeFileSync(join(root, 'models/layers.py'), layers)
    const after = await run(root, 'net.py', defaultOptions, true)
    expect(after.isKnown).toBe(false)
    expect(after.outcome.found.findings.map(({ code }) => code)).toEqual(['TSP101'])
  })

  test('is not used for other settings', async () => {
    const root = repository()
    await run(root, 'pkg/net.py', defaultOptions, true)
    const after = await run(root, 'pkg/net.py', { ...defaultOptions, ignore: ['TSP101'] }, true)
    expect(after).toMatchObject({ isKnown: false, outcome: { found: { findings: [] } } })
  })
})

describe('an entry that does not read back', () => {
  const entryOf = (root: string) => {
    const names = readdirSync(join(root, '.cache')).filter(name => name.endsWith('.entry'))
    expect(names).toHaveLength(1)
    return join(root, '.cache', names[0] ?? '')
  }

  test.each([
    ['empty', (path: string) => truncateSync(path, 0)],
    ['cut short', (path: string) => truncateSync(path, readFileSync(path).length - 1)],
    [
      'with a byte that changed',
      (path: string) => {
        const bytes = readFileSync(path)
        bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
        writeFileSync(path, bytes)
      },
    ],
    [
      'a folder',
      (path: string) => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
  ])('%s, counts for nothing', async (_, spoil) => {
    const root = repository()
    const { outcome } = await run(root, 'pkg/net.py', defaultOptions, true)
    spoil(entryOf(root))
    expect(await run(root, 'pkg/net.py', defaultOptions, true)).toEqual({ isKnown: false, outcome })
  })
})

test('a folder that cannot be made is no error', async () => {
  const root = repository()
  writeFileSync(join(root, '.cache'), 'a file')
  expect((await run(root, 'pkg/net.py', defaultOptions, true)).isKnown).toBe(false)
  expect((await run(root, 'pkg/net.py', defaultOptions, true)).isKnown).toBe(false)
})

test('git and backups pass the folder over', async () => {
  const root = repository()
  await run(root, 'pkg/net.py', defaultOptions, true)
  expect(readFileSync(join(root, '.cache/.gitignore'), 'utf8')).toBe('*\n')
  expect(readFileSync(join(root, '.cache/CACHEDIR.TAG'), 'utf8')).toMatch(
    /^Signature: 8a477f597d28d172789f06886806bc55\n/,
  )
})

/** One change to a repository of a few files. */
type Change = { readonly path: string; readonly text: string | null }

const paths = ['pkg/__init__.py', 'pkg/layers.py', 'pkg/layers/__init__.py', 'pkg/more.py', 'more.py', 'pkg/net.py']
const texts = [
  '',
  layers,
  'from .more import Up\n',
  'from .more import *\n',
  'from more import Up\nfrom . import layers\n',
  'class Up: ...\n',
  'def Up(*a): ...\n# ConvTranspose1d\n',
  'from torch import nn\ntable = {1: nn.ConvTranspose1d}\nUp = table[1]\n',
  `${net}import torch\ny = torch.nn.ConvTranspose1d(1, 2, 3)\n`,
  net,
]
const change: fc.Arbitrary<Change> = fc.record({
  path: fc.constantFrom(...paths),
  text: fc.constantFrom(null, ...texts),
})
const settings: readonly Options[] = [defaultOptions, { ...defaultOptions, ignore: ['TSP3'] }]

test('a run that knows of others says what one says that does not, after any changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(change, fc.constantFrom(...settings)), { maxLength: 8 }), async steps => {
      const root = repository()
      for (const [{ path, text }, options] of steps) {
        const absolute = join(root, path)
        mkdirSync(dirname(absolute), { recursive: true })
        if (text === null) rmSync(absolute, { force: true })
        else writeFileSync(absolute, text)
        for (const each of paths.filter(name => isThere(join(root, name)))) {
          const { outcome } = await run(root, each, options, true)
          expect(outcome).toEqual((await run(root, each, options, false)).outcome)
        }
      }
    }),
    { numRuns: 60 },
  )
})

function isThere(path: string): boolean {
  try {
    return readFileSync(path) !== null
  } catch {
    return false
  }
}

test('what is kept is what was found, shared parts shared', async () => {
  const root = makeFolder({
    'a.py': 'import torch.nn as nn\na = nn.ConvTranspose1d(1, 2, 3)\nb = nn.ConvTranspose1d(1, 2, 3)\n',
  })
  const absolute = join(root, 'a.py')
  const bytes = readFileSync(absolute)
  const cache = createCache(join(root, '.cache'), new Snapshot(limit), version)
  const analysis: Analysis = checker.analyse(bytes.toString(), {})
  const subject = { absolute, bytes, options: defaultOptions }
  cache.keep(subject, analysis)
  const found = cache.find(subject)
  const { findings, handsOn } = analysis
  expect(found).toEqual({ findings, handsOn })
  const shares = ({ findings: [a, b] }: Pick<Analysis, 'findings'>) => a?.fix?.edits === b?.fix?.edits
  expect(found && shares(found)).toBe(shares(analysis))
})
