import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convert } from 'xmlbuilder2'
import type { FileFindings } from '../../src/report/found.ts'
import { createJunitReporter } from '../../src/report/junit.ts'
import { span } from '../../src/text/span.ts'
import { fileOf, findingAt } from './example.ts'
import { surroundings } from './surroundings.ts'

function xmlOf(files: readonly FileFindings[], ...failures: readonly { path: string; reason: string }[]): string {
  const reporter = createJunitReporter(surroundings)
  return files.map(reporter.file).join('') + reporter.end(failures)
}

const suites = (xml: string) => convert(xml, { format: 'object' })

test('is a suite a file with a failed case a finding', () => {
  const source = 'x = 1\nConv(1)\n'
  const notes = [{ subject: 'groups', message: { id: 'groups.renamed' } }] as const
  const files = [fileOf(source, findingAt(source, 'Conv', { notes })), fileOf('y')]
  expect(suites(xmlOf(files))).toEqual({
    testsuites: {
      '@name': 'torchspore',
      testsuite: {
        '@name': 'pkg/model.py',
        '@tests': '1',
        '@failures': '1',
        '@errors': '0',
        testcase: {
          '@name': 'TSP101 conv-transpose1d (2:1)',
          '@classname': 'pkg/model.py',
          '@file': 'pkg/model.py',
          '@line': '2',
          failure: {
            '@message': 'torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here',
            '@type': 'warning TSP101',
            '#': 'pkg/model.py:2:1\ntorch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here\ngroups   becomes group',
          },
        },
      },
    },
  })
})

test('nothing found is one case that passed', () => {
  expect(suites(xmlOf([fileOf('')]))).toMatchObject({
    testsuites: { testsuite: { '@tests': '1', '@failures': '0', testcase: { '@name': 'check' } } },
  })
})

test('what could not be done is an error', () => {
  expect(suites(xmlOf([], { path: '/repo/a.py', reason: 'it is read-only' }))).toMatchObject({
    testsuites: {
      testsuite: { '@errors': '1', testcase: { '@name': 'a.py', error: { '@message': 'it is read-only' } } },
    },
  })
})

test('of a notebook names the cell, and no line of the file', () => {
  const cells = [{ index: 3, span: span(0, 1) }]
  const xml = xmlOf([{ ...fileOf('x', findingAt('x', 'x')), cells }])
  expect(xml).toContain('(cell 3:1:1)')
  expect(xml).not.toContain('line=')
})

test('whatever a program holds, the document is XML, and says no more than is seen', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('\0', '\u001b', '\ufffe', '\u202e', ']]>', '<', '&', '"', '\ud800'), fc.string()),
  })
  fc.assert(
    fc.property(text, text, (callee, name) => {
      const message = { id: 'reference.possible', callee } as const
      const xml = xmlOf([{ ...fileOf('', findingAt('', '', { message })), absolute: `/repo/${name}` }])
      expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
      expect(xml).not.toMatch(/\u202e/)
      expect(suites(xml)).toMatchObject({ testsuites: { testsuite: { testcase: { failure: {} } } } })
    }),
  )
})
