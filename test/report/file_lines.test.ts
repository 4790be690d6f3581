import { expect, test } from 'vitest'
import { linesOf } from '../../src/report/file_lines.ts'
import { createJsonReporter } from '../../src/report/json.ts'
import { createTextReporter } from '../../src/report/text.ts'
import { span, toOffset } from '../../src/text/span.ts'
import { findingAt } from './example.ts'

// Two cells, 2 and 5 of their notebook, with blanks for what stands between them.
const source = 'import a\n    \nx = 1\ny = 2\n\n    \n'
const cells = [
  { index: 2, span: span(0, 8) },
  { index: 5, span: span(14, 26) },
]
const lines = linesOf({ source, cells })

test('rows count from the start of the cell', () => {
  expect(lines.position(toOffset(source.indexOf('y')))).toEqual({ row: 2, column: 1 })
  expect(lines.cell(toOffset(source.indexOf('y')))).toBe(5)
  expect([1, 2, 3, 4].map(row => lines.shownRow(row))).toEqual([1, 2, 1, 2])
  expect(linesOf({ source }).position(toOffset(source.indexOf('y')))).toEqual({ row: 4, column: 1 })
  expect(linesOf({ source }).cell(toOffset(0))).toBeNull()
})

test('what is inserted behind a cell without a line end at its last line is inserted at that line', () => {
  expect(lines.within({ span: span(9, 9), content: 'b\n' })).toEqual({ span: span(8, 8), content: '\nb' })
  expect(lines.within({ span: span(26, 26), content: 'b\n' })).toEqual({ span: span(26, 26), content: 'b\n' })
  expect(linesOf({ source }).within({ span: span(9, 9), content: 'b\n' }).content).toBe('b\n')
})

const fix = {
  applicability: 'safe',
  message: { id: 'fix.replace', call: 'z' },
  edits: [
    { span: span(9, 9), content: 'import z\n' },
    { span: span(20, 21), content: 'z' },
  ],
} as const
const file = { path: 'a.ipynb', absolute: '/a.ipynb', source, cells, findings: [findingAt(source, 'y', { fix })] }

test('JSON names the cell of the finding, and of each edit', () => {
  const reporter = createJsonReporter()
  const [finding] = JSON.parse(reporter.file(file) + reporter.end())
  expect(finding).toMatchObject({ cell: 5, location: { row: 2, column: 1 }, noqa_row: 2 })
  expect(finding.fix.edits).toEqual([
    { content: '\nimport z', location: { row: 1, column: 9 }, end_location: { row: 1, column: 9 }, cell: 2 },
    { content: 'z', location: { row: 2, column: 1 }, end_location: { row: 2, column: 2 }, cell: 5 },
  ])
})

test('text names the cell, and shows rows of it', () => {
  const shown = createTextReporter().file(file)
  expect(shown).toMatch(/^a\.ipynb:cell 5:2:1 TSP101 /)
  expect(shown).toContain('    1 | x = 1\n    2 | y = 2\n')
  const changes = ['      | cell 2', '    2 + import z', '      | cell 5', '    2 - y = 2', '    2 + z = 2']
  expect(shown).toContain(`${changes.join('\n')}\n`)
})

test('a line of another cell is no context', () => {
  const first = { ...file, findings: [findingAt(source, 'x')] }
  expect(createTextReporter().file(first).split('\n').slice(1, 2)).toEqual(['    1 | x = 1'])
})
