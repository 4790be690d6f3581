import { expect, test } from 'vitest'
import { piecesOf, rewrite } from '../../src/host/notebook_pieces.ts'

const string = (raw: string) => ({ form: 'string', raw, pieces: piecesOf(raw), separator: '' }) as const
const list = (raw: string, separator: string) => {
  const items = raw.match(/"[^"]*"/g) ?? []
  return { form: 'list', raw, pieces: items.map(item => ({ text: JSON.parse(item), raw: item })), separator } as const
}

test('the lines of a string end where its line ends are escaped', () => {
  expect(piecesOf('"a\\\\n\\nb\\u000Ac"')).toEqual([
    { text: 'a\\n\n', raw: 'a\\\\n\\n' },
    { text: 'b\n', raw: 'b\\u000A' },
    { text: 'c', raw: 'c' },
  ])
  expect(piecesOf('""')).toEqual([])
})

test('lines that stay keep the way they are written', () => {
  expect(rewrite(string('"\\u0061\\/\\nb\\nc"'), 'a/\nB\nc')).toBe('"\\u0061\\/\\nB\\nc"')
  expect(rewrite(list('[ "\\u0061\\n",\n "b" ]', ',\n '), 'a\nnew\nb')).toBe('[ "\\u0061\\n",\n "new\\n",\n "b" ]')
})

test('a string and a list stay what they are', () => {
  expect(rewrite(string('"a\\nb"'), 'x\ny\n')).toBe('"x\\ny\\n"')
  expect(rewrite(list('["a"]', ', '), 'x\ny')).toBe('["x\\n", "y"]')
  expect(rewrite(list('["a"]', ', '), '')).toBe('[]')
})

test('letters are escaped where the source does so', () => {
  expect(rewrite(string('"a # \\u00e9"'), 'b # é😀')).toBe('"b # \\u00e9\\ud83d\\ude00"')
  expect(rewrite(string('"a # é"'), 'b # é')).toBe('"b # é"')
  expect(rewrite(string('"a"'), '"\\\t\u0001')).toBe('"\\"\\\\\\t\\u0001"')
})
