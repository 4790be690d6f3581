import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Snapshot } from '../../src/host/snapshot.ts'
import { makeFolder } from './folder.ts'

const limit = 1000

/** What a fresh snapshot says of the paths in a folder, asked in that order. */
function there(folder: string, ...paths: readonly string[]): readonly (boolean | undefined)[] {
  const loader = new Snapshot(limit).loaderFor(join(folder, 'asker.py'))
  return paths.map(path => loader.exists?.(join(folder, path)))
}

describe('what is there', () => {
  test('are files, and links to files; no folders, no links that lead nowhere', () => {
    const folder = makeFolder({ 'a.py': '', 'pkg/b.py': '' })
    symlinkSync('a.py', join(folder, 'link.py'))
    symlinkSync('nowhere.py', join(folder, 'broken.py'))
    symlinkSync('pkg', join(folder, 'linked'))
    const paths = ['a.py', 'link.py', 'broken.py', 'pkg', 'linked', 'none.py']
    expect(there(folder, ...paths)).toEqual([true, true, false, false, false, false])
  })

  test('is found below linked folders, and below none that is not there', () => {
    const folder = makeFolder({ 'pkg/b.py': '' })
    symlinkSync('pkg', join(folder, 'linked'))
    const paths = ['b.py', 'pkg/b.py', 'linked/b.py', 'gone/b.py', 'gone/deeper/b.py', 'pkg/b.py/c.py']
    expect(there(folder, ...paths)).toEqual([false, true, true, false, false, false])
  })

  test.each([
    ['the folder first', ['a.py', 'pkg/b.py', 'no/b.py']],
    ['what is in it first', ['no/b.py', 'pkg/b.py', 'a.py']],
  ])('is the same in any order: %s', (_, paths) => {
    const folder = makeFolder({ 'a.py': '', 'pkg/b.py': '' })
    expect(there(folder, ...paths)).toEqual(paths.map(path => !path.startsWith('no/')))
  })

  test('stays as it was met first, for the whole run', () => {
    const folder = makeFolder({ 'pkg/a.py': '' })
    const loader = new Snapshot(limit).loaderFor(join(folder, 'asker.py'))
    expect(loader.exists?.(join(folder, 'pkg/b.py'))).toBe(false)
    writeFileSync(join(folder, 'pkg/b.py'), '')
    rmSync(join(folder, 'pkg/a.py'))
    expect([loader.exists?.(join(folder, 'pkg/a.py')), loader.exists?.(join(folder, 'pkg/b.py'))]).toEqual([
      true,
      false,
    ])
  })
})

describe('what a later run finds', () => {
  /** Whether what one snapshot saw of a path holds for the next, after a change. */
  function isStill(path: string, change: (folder: string) => void): boolean {
    const folder = makeFolder({ 'pkg/a.py': 'x = 1\n' })
    const first = new Snapshot(limit)
    first.loaderFor(join(folder, 'asker.py')).read(join(folder, path))
    const state = first.seen(join(folder, path))
    change(folder)
    return new Snapshot(limit).within(dirname(join(folder, path)))(basename(path), state)
  }
  const write = (path: string, text: string) => (folder: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  test('is still the same without a change, there or not, and with one beside it', () => {
    for (const path of ['pkg/a.py', 'pkg/none.py', 'gone/a.py']) {
      expect(isStill(path, () => {})).toBe(true)
      expect(isStill(path, write('pkg/other.py', ''))).toBe(true)
    }
  })

  test('is no longer the same when it changed, went or came', () => {
    expect(isStill('pkg/a.py', write('pkg/a.py', 'x = 2\n'))).toBe(false)
    expect(isStill('pkg/a.py', folder => rmSync(join(folder, 'pkg'), { recursive: true }))).toBe(false)
    expect(isStill('pkg/none.py', write('pkg/none.py', ''))).toBe(false)
    expect(isStill('gone/a.py', write('gone/a.py', ''))).toBe(false)
  })
})
