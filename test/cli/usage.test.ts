import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { shell, torchspore } from './run.ts'
import { plain } from './sources.ts'

test.each([
  [['chek'], "unknown command 'chek' (Did you mean check?)"],
  [['check', '--fxi'], "unknown option '--fxi' (Did you mean --fix?)"],
  [['check', '--select'], "option '--select <codes>' argument missing"],
  [['check', '--select', 'TSP101,E501'], '"E501" is not a code; use one such as "TSP101"'],
  [['check', '--output-format', 'xml'], 'Allowed choices are text, json, sarif, github, gitlab, junit, html.'],
  [
    ['check', '--diff', '--output-format', 'json'],
    '--diff prints a diff, so --output-format json cannot be used with it',
  ],
  [['check', '--config', 'none.toml'], 'none.toml: the settings cannot be read: ENOENT: no such file or directory'],
  [['check', '--config', 'ok.toml', '--isolated'], "option '--config <file>' cannot be used with option '--isolated'"],
  [
    ['check', '--config', 'bad.toml'],
    'bad.toml: line 1, column 10: Invalid TOML document: unfinished array; correct the TOML',
  ],
  [['check', ''], 'a path is empty'],
  [['check', 'a.py', '-'], "'-' is standard input, which cannot be checked together with files"],
  [['check', '--config', 'newline\n.toml'], 'newline\\n.toml'],
])('a wrong option is one clear line and exit status 2: %j', ([command = '', ...args], words) => {
  const folder = makeFolder({ 'a.py': plain, 'bad.toml': 'select = [', 'ok.toml': '' })
  const { status, out, err } = torchspore(folder, [command, '--fix', ...args])
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(/^torchspore: error: .*\n$/)
  expect(err).toContain(words)
})

test('a wrong setting anywhere is known before anything is written', () => {
  const folder = makeFolder({ 'a.py': plain, 'z/torchspore.toml': 'selct = []', 'z/b.py': '' })
  for (const paths of [['.'], ['a.py', 'z/b.py']]) {
    const { status, out, err } = torchspore(folder, ['check', '--fix', ...paths])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/^torchspore: error: .*z\/torchspore\.toml: unknown setting "selct"; .*\n$/)
  }
  expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(plain)
})

test('--version and --help', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  const folder = makeFolder()
  expect(torchspore(folder, ['--version'])).toEqual({ status: 0, out: `torchspore ${version}\n`, err: '' })
  expect(torchspore(folder, ['--help'])).toMatchObject({ status: 0, err: '' })
  expect(torchspore(folder, ['check', '--help']).out).toContain('--unsafe-fixes')
  expect(torchspore(folder, [])).toMatchObject({ status: 2, out: '' })
})

test('a working directory that was removed is told of', () => {
  for (const command of ['check .', 'check -', 'pipe'])
    expect(shell(makeFolder(), `mkdir gone; cd gone; rmdir ../gone; torchspore ${command}`)).toEqual({
      status: 2,
      out: '',
      err: 'torchspore: error: the working directory is not there any more; change to another one\n',
    })
})
