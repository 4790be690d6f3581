import { expect, test } from 'vitest'
import { type Code, codes } from '../../src/engine/codes.ts'
import type { Applicability } from '../../src/engine/finding.ts'
import { createStatisticsReporter } from '../../src/report/statistics.ts'
import { fileOf, findingAt, fix } from './example.ts'

function found(code: Code, applicability?: Applicability) {
  const { name } = codes[code]
  return findingAt('', '', { code, name, fix: applicability ? { ...fix(), applicability } : null })
}

function statistics(format: 'text' | 'json', unsafeToo = false): string {
  const { file, end } = createStatisticsReporter(format, unsafeToo)
  const files = [
    fileOf('', found('TSP206'), found('TSP102', 'unsafe'), found('TSP101', 'safe')),
    fileOf('', ...Array.from({ length: 10 }, () => found('TSP101', 'safe')), found('TSP301', 'safe'), found('TSP301')),
  ]
  return files.map(file).join('') + end()
}

test('counts codes, the most frequent first, and marks what can be fixed: all, some, none', () => {
  expect(statistics('text')).toBe(
    [
      '11\tTSP101\t[*] conv-transpose1d',
      '2 \tTSP301\t[-] not-a-call',
      '1 \tTSP102\t[ ] conv-transpose1d-output-padding',
      '1 \tTSP206\t[ ] starred-arguments',
      '',
    ].join('\n'),
  )
})

test('unsafe fixes count when they are wanted', () => {
  expect(statistics('text', true)).toContain('TSP102\t[*]')
})

test("JSON has ruff's fields", () => {
  expect(JSON.parse(statistics('json'))).toEqual([
    { code: 'TSP101', name: 'conv-transpose1d', count: 11, fixable: true, fixable_count: 11 },
    { code: 'TSP301', name: 'not-a-call', count: 2, fixable: false, fixable_count: 1 },
    { code: 'TSP102', name: 'conv-transpose1d-output-padding', count: 1, fixable: false, fixable_count: 0 },
    { code: 'TSP206', name: 'starred-arguments', count: 1, fixable: false, fixable_count: 0 },
  ])
})

test('nothing found is nothing, or an empty array', () => {
  expect(createStatisticsReporter('text', false).end()).toBe('')
  expect(createStatisticsReporter('json', false).end()).toBe('[]\n')
})
