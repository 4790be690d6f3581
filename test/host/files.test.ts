import { mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles } from '../../src/host/files.ts'
import { createSettingsFinder } from '../../src/host/settings.ts'
import { makeFolder } from './folder.ts'

/** The files found from a folder, by their paths in it. */
function found(cwd: string, paths: readonly string[] = ['.'], forceExclude = false) {
  const settings = createSettingsFinder({ cwd, isolated: false, selection: { extendSelect: [], ignore: [] } })
  return findFiles(paths, settings, { cwd, forceExclude }).map(path => relative(cwd, path))
}

const empty = (...paths: readonly string[]) => Object.fromEntries(paths.map(path => [path, '']))

test('walks folders for Python files, in order', () => {
  const folder = makeFolder(empty('b.py', 'a/z.pyi', 'a/b/c.pyw', 'a.py', 'a/readme.md', '.hidden/x.py'))
  expect(found(folder)).toEqual(['.hidden/x.py', 'a.py', 'a/b/c.pyw', 'a/z.pyi', 'b.py'])
})

test('takes named files as they are, each once', () => {
  const folder = makeFolder(empty('script', 'a/b.py', 'venv/c.py'))
  expect(found(folder, ['script', 'a', 'a/b.py', 'venv/c.py', 'missing.py'])).toEqual([
    'a/b.py',
    'missing.py',
    'script',
    'venv/c.py',
  ])
})

test("leaves out folders that hold no code of one's own, unless they are named", () => {
  const folder = makeFolder(empty('a.py', 'venv/b.py', 'x/node_modules/c.py', 'build/d.py', 'x/builds/e.py'))
  expect(found(folder)).toEqual(['a.py', 'x/builds/e.py'])
  expect(found(folder, ['build'])).toEqual(['build/d.py'])
})

test('that a folder above is called build is not a reason to check nothing', () => {
  const folder = makeFolder(empty('build/repo/a.py', 'build/other/b.py', 'build/other/build/c.py'))
  expect(found(join(folder, 'build/repo'))).toEqual(['a.py'])
  expect(found(join(folder, 'build/repo'), ['../other'], true)).toEqual(['../other/b.py'])
  expect(found(join(folder, 'build/repo'), ['..'], false)).toEqual(['../other/b.py', 'a.py'])
})

test('exclude and extend-exclude count from their settings file', () => {
  const folder = makeFolder({
    ...empty('venv/a.py', 'lib/b.py', 'lib/old/c.py', 'old/d.py', 'e_pb2.py'),
    'torchspore.toml': 'extend-exclude = ["/old", "*_pb2.py"]',
    'lib/pyproject.toml': '[tool.torchspore]\nexclude = ["b.py"]',
    'lib/venv/f.py': '',
  })
  expect(found(folder)).toEqual(['lib/old/c.py', 'lib/venv/f.py'])
})

test('with --force-exclude that holds for what is named', () => {
  const folder = makeFolder({ ...empty('old/deep/a.py', 'b.py'), 'torchspore.toml': 'extend-exclude = ["old"]' })
  expect(found(folder, ['old/deep/a.py', 'old/deep', 'b.py'], true)).toEqual(['b.py'])
  expect(found(folder, ['old/deep/a.py', 'b.py'])).toEqual(['b.py', 'old/deep/a.py'])
})

test('follows no link to a folder, and takes a linked file once', () => {
  const folder = makeFolder(empty('a/b.py', 'elsewhere.txt'))
  symlinkSync('..', join(folder, 'a/loop'))
  symlinkSync('b.py', join(folder, 'a/same.py'))
  symlinkSync('../elsewhere.txt', join(folder, 'a/link.py'))
  symlinkSync('nothing', join(folder, 'a/.#broken.py'))
  expect(found(folder)).toEqual(['a/b.py', 'a/link.py'])
  expect(found(folder, ['a/loop'])).toEqual(['a/loop/a/b.py', 'a/loop/a/link.py'])
  // Out of the named path no link leads, so that a fix stays in it.
  expect(found(folder, ['a'])).toEqual(['a/b.py'])
})

test('a folder called like a file is walked', () => {
  const folder = makeFolder(empty('odd.py/a.py'))
  mkdirSync(join(folder, 'empty.py'))
  expect(found(folder)).toEqual(['odd.py/a.py'])
})
