import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { defaultOptions } from '../src/engine/options.ts'
import { createCache } from '../src/host/cache.ts'
import { Snapshot } from '../src/host/snapshot.ts'
import type { Target } from './input.ts'
import type { Tools } from './laws.ts'

const source = 'import torch.nn as nn\nup = nn.ConvTranspose1d(4, 4, 3)\n'

/** The bytes of a cache's entry, as latin-1, that are no longer what was written. */
export function cacheTarget({ checker }: Tools): Target {
  const analysis = checker.analyse(source)
  const { findings, handsOn } = analysis
  const kept = JSON.stringify({ findings, handsOn })
  const subject = { absolute: '/r/net.py', bytes: Buffer.from(source), options: defaultOptions }
  const folder = join(tmpdir(), `torchspore-fuzz-${randomUUID()}`)
  mkdirSync(folder)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const open = (version: string) => createCache(folder, new Snapshot(1e6), version)
  open('1').keep(subject, analysis)
  const [name = ''] = readdirSync(folder).filter(each => each.endsWith('.entry'))
  const path = join(folder, name)
  const entry = readFileSync(path).toString('latin1')
  const place = fc.nat(entry.length)
  const byte = fc.nat(255).map(unit => String.fromCharCode(unit))
  const changed = fc.oneof(
    fc.tuple(place, byte).map(([at, one]) => entry.slice(0, at) + one + entry.slice(at + 1)),
    place.map(at => entry.slice(0, at)),
    fc.tuple(place, place).map(([a, b]) => entry.slice(0, a) + entry.slice(b)),
    fc
      .tuple(
        place,
        fc.array(byte, { maxLength: 200 }).map(bytes => bytes.join('')),
      )
      .map(([at, more]) => entry.slice(0, at) + more),
    fc.constant(entry),
  )
  return {
    inputs: changed.map(text => ({ target: 'cache', text: Buffer.from(text, 'latin1').toString('latin1') })),
    broken: ({ text }) => {
      writeFileSync(path, text, 'latin1')
      const found = open('1').find(subject)
      const isGood = text === entry ? JSON.stringify(found) === kept : found === null
      return [
        ...(isGood ? [] : ['entry: what was written by nobody is believed, or what was written is not']),
        ...(open('2').find(subject) === null ? [] : ['version: the entry of another version is believed']),
      ]
    },
  }
}
