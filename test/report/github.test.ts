import { expect, test } from 'vitest'
import { createGithubReporter } from '../../src/report/github.ts'
import { span } from '../../src/text/span.ts'
import { fileOf, findingAt, fix } from './example.ts'
import { surroundings } from './surroundings.ts'

const { file, end } = createGithubReporter(surroundings)

test('is a command a finding, with its notes as further lines', () => {
  const source = 'x = 1\n"😀", nn.Conv(1)\n'
  const notes = [{ subject: 'groups', message: { id: 'groups.renamed' } }] as const
  const found = fileOf(source, findingAt(source, 'Conv', { notes, fix: fix() }))
  expect(file(found) + end()).toBe(
    '::warning file=pkg/model.py,line=2,endLine=2,col=9,endColumn=13,title=torchspore (TSP101)::' +
      'torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here%0Agroups   becomes group%0A[fix: safe]\n',
  )
})

test('severities are those of the service', () => {
  const levels = (['error', 'warning', 'info'] as const).map(severity => findingAt('', '', { severity }))
  expect(file(fileOf('', ...levels)).match(/^::\w+/gm)).toEqual(['::error', '::warning', '::notice'])
})

test('what the command line of the runner would read otherwise is escaped', () => {
  const message = { id: 'reference.possible', callee: '50%::error file=x,line=1::\r\n::set-output\u001b[31m' } as const
  const text = file({ ...fileOf('', findingAt('', '', { message })), absolute: '/repo/a,b:50%\n.py' })
  expect(text).toMatch(/^::warning file=a%2Cb%3A50%25\\n\.py,line=1,/)
  expect(text).toContain('::50%25::error file=x,line=1::\\x0d\\n::set-output\\x1b[31m may be ')
  expect(text.match(/\n/g)).toHaveLength(1)
})

test('has no columns over several lines', () => {
  expect(file(fileOf('a\nb', findingAt('a\nb', 'a\nb')))).toMatch(/ file=pkg\/model\.py,line=1,endLine=2,title=/)
})

test('of a notebook is at its first line, and says in which cell', () => {
  const cells = [{ index: 3, span: span(0, 1) }]
  expect(file({ ...fileOf('x', findingAt('x', 'x')), cells })).toMatch(/,line=1,title=.*::cell 3:1:1%0Atorch\.nn/)
})
