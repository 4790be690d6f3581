import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { editsBetween } from '../../src/server/worker/edits_between.ts'

const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '\r', '😀', '😁', '采')).map(parts => parts.join(''))

test('the edits make the one text of the other, and part neither characters nor line ends', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const document = TextDocument.create('untitled:a', 'python', 1, before)
      const edits = editsBetween(document, after)
      expect(TextDocument.applyEdits(document, [...edits])).toBe(after)
      for (const { newText } of edits) expect(isWellFormed(newText)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('lines that stay are not touched', () => {
  const document = TextDocument.create('untitled:a', 'python', 1, 'one\ntwo\nthree\nfour\n')
  expect(editsBetween(document, 'one\nadded\ntwo\nthrEe\nfour\n')).toEqual([
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: 'added\n' },
    { range: { start: { line: 2, character: 3 }, end: { line: 2, character: 4 } }, newText: 'E' },
  ])
})

const isWellFormed = (text: string) => !/\p{Cs}/u.test(text)
