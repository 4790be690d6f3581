import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderUri, pathFrom, pathWithin, uriOf } from '../../src/report/place.ts'

test.each([
  ['/repo', '/repo/a/b.py', 'a/b.py'],
  ['/repo/', '/repo/b.py', 'b.py'],
  ['/', '/b.py', 'b.py'],
  ['/repo', '/repository/b.py', null],
  ['/repo', '/repo', null],
  ['C:\\repo', 'C:\\repo\\a\\b.py', 'a/b.py'],
  ['\\\\host\\share', '\\\\host\\share\\a b.py', 'a b.py'],
])('from %s, %s is %s', (folder, path, expected) => {
  expect(pathWithin(folder, path)).toBe(expected)
})

test('what lies elsewhere is told whole', () => {
  expect(pathFrom('/repo', '/other/a.py')).toBe('/other/a.py')
  expect(pathFrom('C:\\repo', 'D:\\a.py')).toBe('D:/a.py')
})

test.each([
  ['a b/ü#%.py', 'a%20b/%C3%BC%23%25.py'],
  ['a:b.py', 'a%3Ab.py'],
  ['/repo/a b.py', 'file:///repo/a%20b.py'],
  ['/repo/back\\slash?.py', 'file:///repo/back%5Cslash%3F.py'],
  ['C:\\Users\\a b\\c.py', 'file:///C:/Users/a%20b/c.py'],
  ['\\\\host\\share\\ä.py', 'file://host/share/%C3%A4.py'],
  ['broken\ud800.py', 'broken%EF%BF%BD.py'],
])('%s is the URI %s', (path, uri) => {
  expect(uriOf(path)).toBe(uri)
})

test('a folder ends with a slash', () => {
  expect(['/repo', '/repo/', '/', 'C:\\'].map(folderUri)).toEqual([
    'file:///repo/',
    'file:///repo/',
    'file:///',
    'file:///C:/',
  ])
})

test('any path comes back from its URI', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter(each => !/[/\0]/.test(each) && !/^\.{1,2}$/.test(each))
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), names => {
      const path = `/${names.join('/')}`
      expect(fileURLToPath(uriOf(path))).toBe(path)
      expect(new URL(uriOf(names.join('/')), folderUri('/repo')).href).toBe(uriOf(`/repo${path}`))
    }),
  )
})
