import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areStill, packStates } from '../../src/host/packed_states.ts'
import { Snapshot } from '../../src/host/snapshot.ts'
import { makeFolder } from './folder.ts'

const limit = 1000
const names = ['a.py', '-a.py', '>b.py', 'pkg/a.py', 'pkg/=x y.py', 'pkg/in/a.py', 'gone/a.py'] as const

/** Some of the files are there, and of some the text was read; packed as a snapshot saw them. */
function seen(folder: string, read: readonly string[]): string | null {
  const snapshot = new Snapshot(limit)
  const loader = snapshot.loaderFor(join(folder, 'asker.py'))
  for (const name of read) loader.read(join(folder, name))
  return packStates(names.map(name => [join(folder, name), snapshot.seen(join(folder, name))]))
}

const some = fc.subarray([...names])

test('they hold as long as nothing changes that was looked for, and the text of what was read', () => {
  fc.assert(
    fc.property(some, some, fc.constantFrom(...names), (present, read, changed) => {
      const folder = makeFolder(Object.fromEntries(present.map(name => [name, 'x = 1\n'])))
      const packed = seen(folder, read) ?? expect.fail('not packed')
      expect(areStill(packed, new Snapshot(limit))).toBe(true)
      mkdirSync(dirname(join(folder, changed)), { recursive: true })
      writeFileSync(join(folder, changed), 'x = 2\n')
      const isSeen = !(present as readonly string[]).includes(changed) || (read as readonly string[]).includes(changed)
      expect(areStill(packed, new Snapshot(limit))).toBe(!isSeen)
    }),
    { numRuns: 30 },
  )
})

test('of a folder they tell whether it is there', () => {
  const folder = makeFolder({ 'pkg/a.py': '' })
  const paths = ['pkg/', 'gone/', 'gone/deeper/'].map(name => join(folder, name))
  const snapshot = new Snapshot(limit)
  const packed = packStates(paths.map(path => [path, snapshot.seen(path)])) ?? ''
  expect(paths.map(path => snapshot.seen(path))).toEqual(['there', 'absent', 'absent'])
  expect(areStill(packed, new Snapshot(limit))).toBe(true)
  mkdirSync(join(folder, 'gone'))
  expect(areStill(packed, new Snapshot(limit))).toBe(false)
})

test('they do not hold when a folder goes', () => {
  const folder = makeFolder({ 'pkg/a.py': '', 'a.py': '' })
  const packed = seen(folder, []) ?? expect.fail('not packed')
  rmSync(join(folder, 'pkg'), { recursive: true })
  expect(areStill(packed, new Snapshot(limit))).toBe(false)
})

test('a file that was not the same each time never holds, and one that cannot be read holds as such', () => {
  const folder = makeFolder({ 'a.py': 'x' })
  const path = join(folder, 'a.py')
  expect(areStill(packStates([[path, 'unsettled']]) ?? '', new Snapshot(limit))).toBe(false)
  expect(areStill(packStates([[path, 'unreadable']]) ?? '', new Snapshot(0))).toBe(true)
})

test('a path that does not fit on a line is not packed', () => {
  expect(packStates([['/r/a\nb.py', 'there']])).toBeNull()
  expect(areStill(packStates([]) ?? '?', new Snapshot(limit))).toBe(true)
})
