import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { violations } from '../report/sarif_schema/validate.ts'
import { torchspore } from './run.ts'
import { plain, plainFixed, starred } from './sources.ts'

const report = (folder: string, format: string, ...more: readonly string[]) =>
  torchspore(folder, ['check', '--output-format', format, ...more])

describe.each([
  ['sarif', /^\{"\$schema":"https:\/\/docs\.oasis-open\.org/],
  ['github', /^::warning file=a\.py,line=3,/],
  ['gitlab', /^\[\n {2}\{\n {4}"check_name": "TSP101"/],
  ['junit', /^<\?xml version="1\.0"/],
  ['html', /^<!doctype html>/],
])('%s', (format, start) => {
  test('tells what was found, and nothing else', () => {
    const folder = makeFolder({ 'a.py': plain, 'b/b.py': starred })
    const { status, out, err } = report(folder, format)
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(out).toMatch(start)
    expect(out).toContain('TSP206')
    expect(out).not.toContain('Found 2')
    expect(report(folder, format, '--exit-zero')).toMatchObject({ status: 0, out })
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plain)
  })

  test('with --fix tells what is left', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': starred })
    const { status, out } = report(folder, format, '--fix')
    expect(status).toBe(1)
    expect(out).toContain('b.py')
    expect(out).not.toContain('a.py')
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plainFixed)
  })

  test('is refused with --diff and with --statistics', () => {
    const folder = makeFolder({ 'a.py': plain })
    for (const option of ['--diff', '--statistics']) {
      const { status, out, err } = report(folder, format, option)
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toContain(`--output-format ${format} cannot be used with it`)
    }
  })
})

test('SARIF of the command line holds to the schema, and says when a file could not be written', () => {
  const folder = makeFolder({ 'a.py': plain, 'ü b/b.py': starred, 'c.py': 'nn.ConvTranspose1d(\n' })
  expect(violations(JSON.parse(report(folder, 'sarif').out))).toEqual([])
  chmodSync(join(folder, 'a.py'), 0o444)
  const { status, out } = report(folder, 'sarif', '--fix')
  const log = JSON.parse(out)
  expect({ status, violations: violations(log) }).toEqual({ status: 2, violations: [] })
  expect(log.runs[0].invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'cannot be written: it is read-only' } }],
    },
  ])
})

test('paths count from the repository that a service names', () => {
  const folder = makeFolder({ 'sub/a.py': plain })
  const paths = (env: Readonly<Record<string, string>>) =>
    JSON.parse(torchspore(join(folder, 'sub'), ['check', '--output-format', 'gitlab'], '', env).out)[0].location.path
  expect(paths({})).toBe('a.py')
  expect(paths({ GITHUB_WORKSPACE: folder })).toBe('sub/a.py')
  expect(paths({ CI_PROJECT_DIR: folder })).toBe('sub/a.py')
  expect(paths({ GITHUB_WORKSPACE: join(folder, 'elsewhere') })).toBe('a.py')
})

describe('--output-file', () => {
  test('takes the report, without colours, and leaves standard output empty', () => {
    const folder = makeFolder({ 'a.py': plain, 'report.txt': 'old' })
    const shown = torchspore(folder, ['check'])
    const { status, out, err } = torchspore(folder, ['check', '--output-file', 'report.txt'], '', { FORCE_COLOR: '1' })
    expect({ status, out, err }).toEqual({ status: 1, out: '', err: '' })
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(shown.out)
  })

  test('with --fix of standard input leaves the source on standard output', () => {
    const folder = makeFolder()
    const args = ['check', '--fix', '-', '--output-file', 'report.json', '--output-format', 'json']
    expect(torchspore(folder, args, plain)).toEqual({ status: 0, out: plainFixed, err: '' })
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('[]\n')
  })

  test('that cannot be written is an error before anything is fixed', () => {
    const folder = makeFolder({ 'a.py': plain })
    mkdirSync(join(folder, 'taken'))
    for (const file of ['none/report.txt', 'taken']) {
      const { status, out, err } = torchspore(folder, ['check', '--fix', '--output-file', file])
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toMatch(new RegExp(`^torchspore: error: ${file}: the report cannot be written: .*\n$`))
    }
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plain)
  })

  test('does not replace what is to be checked', () => {
    const folder = makeFolder({ 'a.py': plain })
    const { status, err } = torchspore(folder, ['check', '--output-file', 'a.py'])
    expect({ status, err }).toEqual({
      status: 2,
      err: 'torchspore: error: --output-file a.py is a file to be checked, which the report would replace\n',
    })
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plain)
  })

  test('on a full disk is an error, and files are fixed', () => {
    const folder = makeFolder({ 'a.py': plain, 'b.py': starred })
    const { status, err } = torchspore(folder, ['check', '--fix', '--output-file', '/dev/full'])
    expect({ status, err }).toEqual({
      status: 2,
      err: 'torchspore: error: /dev/full: the report cannot be written: ENOSPC: no space left on device\n',
    })
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plainFixed)
  })
})

describe('--statistics', () => {
  const files = { 'a.py': plain, 'b.py': plain, 'c.py': starred }

  test('counts instead of telling, with the same summary and status', () => {
    const folder = makeFolder(files)
    const { status, out, err } = torchspore(folder, ['check', '--statistics'])
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(out).toBe(
      '2\tTSP101\t[*] conv-transpose1d\n1\tTSP206\t[ ] starred-arguments\n' +
        'Found 3 (2 with a safe fix; 1 needs you: TSP206 starred arguments). Run with --fix to apply 2.\n',
    )
  })

  test('with --fix counts what is left', () => {
    expect(torchspore(makeFolder(files), ['check', '--statistics', '--fix']).out).toBe(
      '1\tTSP206\t[ ] starred-arguments\nFixed 2, 1 left (1 needs you: TSP206 starred arguments).\n',
    )
  })

  test('as JSON is an array and nothing else', () => {
    const { out } = torchspore(makeFolder(files), ['check', '--statistics', '--output-format', 'json'])
    expect(JSON.parse(out)).toMatchObject([
      { code: 'TSP101', count: 2, fixable: true },
      { code: 'TSP206', count: 1, fixable: false },
    ])
  })

  test('of nothing is a good end', () => {
    expect(torchspore(makeFolder({ 'a.py': '' }), ['check', '--statistics'])).toEqual({
      status: 0,
      out: 'All checks passed!\n',
      err: '',
    })
  })
})
