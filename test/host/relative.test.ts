import { relative } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isInside, relativePath } from '../../src/host/relative.ts'

const part = fc.constantFrom('a', 'ab', '.a', '..a', 'a.', '.', '..', '', 'a b', 'a\\b')
const path = fc.array(part, { maxLength: 5 }).map(parts => `/${parts.join('/')}`)

test('is what node:path says, however tidy the paths are', () => {
  fc.assert(
    fc.property(path, path, (folder, other) => {
      for (const each of [other, folder + other, `${folder}/a`, `${folder}a`])
        expect(relativePath(folder, each)).toBe(relative(folder, each))
    }),
  )
})

test.each([
  ['/a', '/a', false],
  ['/a', '/a/b', true],
  ['/a', '/ab', false],
  ['/a', '/a/../b', false],
  ['/a', '/a/..b', true],
  ['/', '/a', true],
])('in %s lies %s: %s', (folder, other, expected) => {
  expect(isInside(folder, other)).toBe(expected)
})
