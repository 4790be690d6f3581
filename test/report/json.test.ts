import { expect, test } from 'vitest'
import { createJsonReporter, jsonFindings } from '../../src/report/json.ts'
import { fileOf, findingAt, fix, replace } from './example.ts'

test("is ruff's shape with the certificate, the notes and the refuted rewrites beside it", () => {
  const source = '# 你😀\nx = "😀", nn.Conv(\n  1)\n'
  const finding = findingAt(source, 'Conv', {
    certificate: {
      status: 'proved',
      statement: { id: 'proof.tested', samples: 3 },
      assumes: [{ id: 'assume.int', name: 'k' }],
    },
    notes: [{ subject: 'groups', message: { id: 'groups.renamed' } }],
    fix: fix(replace(source, 'nn.Conv(\n  1', 'y')),
  })
  expect(jsonFindings(fileOf(source, finding))).toEqual([
    {
      code: 'TSP101',
      name: 'conv-transpose1d',
      severity: 'warning',
      message: 'torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here',
      filename: '/repo/pkg/model.py',
      location: { row: 2, column: 13 },
      end_location: { row: 2, column: 17 },
      fix: {
        applicability: 'safe',
        message: 'Replace by nn.Conv1dTranspose()',
        edits: [{ content: 'y', location: { row: 2, column: 10 }, end_location: { row: 3, column: 4 } }],
      },
      noqa_row: 2,
      url: null,
      cell: null,
      certificate: {
        status: 'proved',
        statement: 'equal on all 3 samples drawn, which is no proof',
        assumes: ['k is an int'],
      },
      rejected: [],
      notes: [{ subject: 'groups', message: 'becomes group' }],
    },
  ])
})

test('a refuted certificate shows its counterexample', () => {
  const counterexample = {
    values: {},
    L: 1,
    torch_shape: [1],
    mindspore_shape: [2],
    index: null,
    torch: null,
    mindspore: null,
  }
  const certificate = { status: 'refuted', statement: { id: 'proof.refuted' }, assumes: [], counterexample } as const
  expect(jsonFindings(fileOf('', findingAt('', '', { certificate })))).toMatchObject([
    { fix: null, certificate: { status: 'refuted', counterexample } },
  ])
})

test('what is written file by file is one array', () => {
  const reporter = createJsonReporter()
  const files = [fileOf('a', findingAt('a', 'a'), findingAt('a', 'a')), fileOf(''), fileOf('b', findingAt('b', 'b'))]
  expect(JSON.parse(files.map(reporter.file).join('') + reporter.end())).toHaveLength(3)
  expect(JSON.parse(createJsonReporter().end())).toEqual([])
})
