import { applyPatch } from 'diff'
import { expect, test } from 'vitest'
import { paintDiff, unifiedDiff } from '../../src/report/diff.ts'

test.each([
  ['\\n', 'a\nb\nc\n', 'a\nX\nc\n'],
  ['\\r\\n', 'a\r\nb\r\nc\r\n', 'a\r\nX\r\nc\r\n'],
  ['no last line end', 'a\nb', 'a\nX'],
  ['a byte order mark', '\uFEFFa\nb\n', '\uFEFFimport x\na\nb\n'],
])('applies to the text before, and gives the text after: %s', (_, before, after) => {
  expect(applyPatch(before, unifiedDiff('a.py', before, after), { autoConvertLineEndings: false })).toBe(after)
})

test('names the file on both sides, and is empty when nothing changed', () => {
  expect(unifiedDiff('pkg/a.py', 'a\n', 'b\n')).toBe('--- pkg/a.py\n+++ pkg/a.py\n@@ -1,1 +1,1 @@\n-a\n+b\n')
  expect(unifiedDiff('pkg/a.py', 'a\n', 'a\n')).toBe('')
})

test('is painted only when asked', () => {
  const diff = unifiedDiff('a.py', 'a\n\nb\n', 'a\n\nc\n')
  expect(paintDiff(false)(diff)).toBe(diff)
  expect(paintDiff(true)(diff)).toContain('\u001b[32m+c\u001b[39m\n')
})
