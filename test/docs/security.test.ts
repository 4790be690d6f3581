import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = [...readFileSync('docs/security.md', 'utf8').matchAll(/^\| (.+) \| `(.+)` \| (.+) \|$/gm)]

test('promises are found on the page', () => {
  expect(rows.length).toBeGreaterThan(10)
})

test.each(rows.map(([, promise, file, name]) => ({ promise, file: file ?? '', name })))(
  '$promise: there is the test that holds it',
  ({ file, name }) => {
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(name)
  },
)
