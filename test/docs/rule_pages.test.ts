import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codePages } from '../../src/engine/pages.ts'
import { pageFiles } from '../../src/report/page_files.ts'

const folder = join(import.meta.dirname, '../../docs/rules')
const files = pageFiles(codePages)

test('docs/rules has a page for each code and no other file; else run: npm run docs', () => {
  expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort())
})

test.each([...files])('docs/rules/%s is what its rule says; else run: npm run docs', (name, text) => {
  expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})
