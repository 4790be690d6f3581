import { expect, test } from 'vitest'
import type { FileFindings } from '../../src/report/found.ts'
import { createGitlabReporter } from '../../src/report/gitlab.ts'
import { span } from '../../src/text/span.ts'
import { fileOf, findingAt } from './example.ts'
import { surroundings } from './surroundings.ts'

interface Issue {
  readonly fingerprint: string
  readonly severity: string
}

function issuesOf(...files: readonly FileFindings[]): readonly Issue[] {
  const reporter = createGitlabReporter(surroundings)
  return JSON.parse(files.map(reporter.file).join('') + reporter.end())
}

test("is the service's array of issues", () => {
  const source = 'x = 1\n"😀", nn.Conv(\n'
  expect(issuesOf(fileOf(source, findingAt(source, 'Conv(\n')))).toEqual([
    {
      check_name: 'TSP101',
      description: 'TSP101: torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here',
      severity: 'minor',
      fingerprint: expect.stringMatching(/.{40}/),
      location: { path: 'pkg/model.py', positions: { begin: { line: 2, column: 9 }, end: { line: 3, column: 1 } } },
    },
  ])
  expect(issuesOf()).toEqual([])
})

test('severities are those of the service', () => {
  const levels = (['error', 'warning', 'info'] as const).map(severity => findingAt('', '', { severity }))
  expect(issuesOf(fileOf('', ...levels)).map(({ severity }) => severity)).toEqual(['major', 'minor', 'info'])
})

test('each fingerprint is there once in a report, and stays when lines move', () => {
  const line = 'Conv(1)\n'
  const at = (source: string, start: number) => ({ ...findingAt(source, ''), span: span(start, start + 4) })
  const twice = fileOf(line + line, at(line + line, 0), at(line + line, 8))
  const moved = `\n${line}\n  ${line}`
  const prints = (...files: readonly FileFindings[]) => issuesOf(...files).map(({ fingerprint }) => fingerprint)
  const [first, second, ...others] = prints(twice, { ...twice, absolute: '/repo/other.py' })
  expect(new Set([first, second, ...others]).size).toBe(4)
  expect(prints(fileOf(moved, at(moved, 1), at(moved, 12)))).toEqual([first, second])
})

test('of a notebook says in which cell', () => {
  const cells = [{ index: 3, span: span(0, 1) }]
  expect(issuesOf({ ...fileOf('x', findingAt('x', 'x')), cells })).toMatchObject([
    {
      description: expect.stringMatching(/^TSP101: cell 3:1:1: /),
      location: { positions: { begin: { line: 1, column: 1 } } },
    },
  ])
})
