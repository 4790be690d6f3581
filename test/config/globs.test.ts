import { expect, test } from 'vitest'
import { compileGlobs, withFewerWays } from '../../src/config/globs.ts'

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
