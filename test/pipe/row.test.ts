import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRow } from '../../src/pipe/row.ts'

test('other members stay as they are written', () => {
  const row = readRow(
    '{ "n" : 12345678901234567890.10, "path": "a", "source": "", "\\u0061": {"path": 1e5}, "error": 1 }',
  )
  expect(row).toMatchObject({
    path: 'a',
    others: ['"n" : 12345678901234567890.10', '"\\u0061": {"path": 1e5}'],
    problem: null,
  })
})

test.each([
  ['', 'the line is not JSON'],
  ['{"path"', 'the line is not JSON'],
  ['{"source": NaN}', 'the line is not JSON'],
  ['[1]', 'the line is not a JSON object'],
  ['null', 'the line is not a JSON object'],
  ['3', 'the line is not a JSON object'],
])('what is no row: %j', (line, problem) => {
  expect(readRow(line)).toBe(problem)
})

test.each([
  ['{"path": "a"}', 'a', 'there is no source, or it is not a string'],
  ['{"path": "a", "source": null}', 'a', 'there is no source, or it is not a string'],
  ['{"path": 1, "source": "x"}', null, 'path is not a string'],
  [`{"source": "x", "deep": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, null, 'the line is nested too deep'],
  ['{"source": "x"}', null, null],
  ['{"source": "x", "path": null, "__proto__": {"path": "b"}}', null, null],
])('what a row lacks: %.40s', (line, path, problem) => {
  expect(readRow(line)).toMatchObject({ path, problem })
})

test('whatever else a row holds is found in it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), others => {
      const row = readRow(JSON.stringify({ ...others, source: 'x' }))
      const kept = typeof row === 'string' ? [] : row.others
      const { path, source, fixed, findings, error, ...rest } = others
      expect(kept).toEqual(
        Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`),
      )
    }),
  )
})
