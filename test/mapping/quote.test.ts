import { expect, test } from 'vitest'
import { prevailingQuote, printQuoted } from '../../src/mapping/quote.ts'

test.each([
  ['', "'"],
  ['a = "x"', '"'],
  ["a = 'x'", "'"],
  ['a = "x", \'y\'', "'"],
  ['a = "x", "y", \'z\'', '"'],
  ['"""Of the file."""\na = \'x\'', "'"],
  ["'''Of the file.'''\na = \"x\"", '"'],
])('%j takes %s', (source, quote) => {
  expect(prevailingQuote(source)).toBe(quote)
  expect(printQuoted('pad', quote)).toBe(`${quote}pad${quote}`)
})
