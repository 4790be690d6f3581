import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFile } from '../../src/host/write.ts'
import { makeFolder } from './folder.ts'

const before = Buffer.from('before')
const after = Buffer.from('after')

function makeFile() {
  const folder = makeFolder({ 'a.py': before })
  return { folder, path: join(folder, 'a.py') }
}

test('writes a file and keeps its mode, with nothing left behind', () => {
  const { folder, path } = makeFile()
  chmodSync(path, 0o751)
  expect(writeFile(path, before, after)).toBeNull()
  expect(readFileSync(path)).toEqual(after)
  expect(statSync(path).mode & 0o777).toBe(0o751)
  expect(readdirSync(folder)).toEqual(['a.py'])
})

test('writes through a link, which stays one', () => {
  const { folder, path } = makeFile()
  const link = join(folder, 'link.py')
  symlinkSync('a.py', link)
  expect(writeFile(link, before, after)).toBeNull()
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(path)).toEqual(after)
})

test('does not write over what something else has changed', () => {
  const { path } = makeFile()
  writeFileSync(path, 'changed')
  expect(writeFile(path, before, after)).toBe('it was changed by something else in the meantime')
  expect(readFileSync(path, 'utf8')).toBe('changed')
})

test('does not write over a file that is read-only, or gone', () => {
  const { path, folder } = makeFile()
  chmodSync(path, 0o444)
  expect(writeFile(path, before, after)).toBe('it is read-only')
  expect(readFileSync(path)).toEqual(before)
  expect(writeFile(join(folder, 'b.py'), before, after)).toBe('ENOENT: no such file or directory')
})
