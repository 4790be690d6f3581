import { expect, test } from 'vitest'
import { compileGlobs, isTooWild, withFewerWays } from '../../src/config/globs.ts'

const long = `${'a/'.repeat(60)}net.py`

test('globs with many folders at any depth are matched at once, or never', () => {
  expect(compileGlobs([`/***/**/*/${'**/'.repeat(40)}b`])(long)).toBe(false)
  expect(compileGlobs([`${'**/'.repeat(40)}net.py`])(long)).toBe(true)
  expect(compileGlobs([`${'***/'.repeat(40)}net.py`])(long)).toBe(false)
})

test.each([
  ['**/**/b', '**/b'],
  ['!**/**/b\n/**/**/c/**', '!**/b\n/**/c/**'],
  ['a***b', 'a*b'],
  ['**/a/**/*.py', '**/a/**/*.py'],
  ['\\***', '\\***'],
])('%j is %j', (globs, same) => {
  expect(withFewerWays(globs)).toBe(same)
})

test('many other wildcards are matched at once, too', () => {
  const name = 'a'.repeat(255)
  for (const many of ['*a', '*?a', '*[ab]', '*a?', 'a*'])
    expect(compileGlobs([`${many.repeat(40)}b`, `**/${many.repeat(40)}/**/b`])(`${name}/${name}`)).toBe(false)
})

test.each(['**/a/**/a/**/a/**/b', 'a/**/b/**/c/**/d/**/*.py', '!**/a/**/a/**/a/**/b', '/**/a/**/a/**/a/**/b'])(
  '%s can match in too many ways',
  glob => {
    expect(isTooWild(glob)).toBe(true)
  },
)

test.each([
  ...['**/a/**/b/**/*_pb2.py', '**/**/**/**/b', 'a/*/*/*/*/*/b', 'a**/b**/c**/d**/e', '*a*b*c*d*e*f*g'],
  ...['!**/a/**/b/**/c/', '# **/a/**/a/**/a/**/b', 'a/**/b/**/c/**/d/**'],
])('%s cannot', glob => {
  expect(isTooWild(glob)).toBe(false)
})
