import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { completionScript } from '../../src/cli/completion.ts'
import { createProgram } from '../../src/cli/program.ts'
import { codes } from '../../src/engine/codes.ts'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'

const program = createProgram({ out: () => {}, err: () => {} }, () => {})
const bash = completionScript(program, 'bash')
const replies = `printf '%s\\n' "\${COMPREPLY[@]}"`

/** What bash offers for the last word of a line. */
function offered(...words: readonly string[]): readonly string[] {
  return offeredIn(tmpdir(), words)
}

function offeredIn(cwd: string, words: readonly string[]): readonly string[] {
  const script = [bash, 'COMP_WORDS=(torchspore "$@") COMP_CWORD=$#', '_torchspore', replies].join('\n')
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script, 'bash', ...words], {
    cwd,
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout.split('\n').filter(line => line !== '')
}

const ofCheck = ['--fix', '--force-exclude']

test.each<[readonly string[], readonly string[]]>([
  [['ch'], ['check']],
  [['--v'], ['--version']],
  [['check', '--f'], ofCheck],
  [['check', '--fix', 'src', '--loc'], ['--locale']],
  [['check', '--output-format', 's'], ['sarif']],
  [
    ['check', '--output-format', '=', 'j'],
    ['json', 'junit'],
  ],
  [
    ['check', '--output-format', '='],
    ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'html'],
  ],
  [
    ['check', '--locale', ''],
    ['en', 'zh-CN'],
  ],
  [
    ['check', '--select', 'TSP90'],
    ['TSP901', 'TSP902', 'TSP903'],
  ],
  [
    ['check', '--select', 'TSP1,TSP90'],
    ['TSP1,TSP901', 'TSP1,TSP902', 'TSP1,TSP903'],
  ],
  [
    ['explain', 'TSP10'],
    ['TSP101', 'TSP102', 'TSP103'],
  ],
  [['verify', '--locale', 'z'], ['zh-CN']],
  [
    ['complete', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['explain', 'TSPf'], []],
  [['check', 'check', '--qu'], ['--quiet']],
])('bash offers for %j', (words, expected) => {
  expect(offered(...words).toSorted()).toEqual(expected.toSorted())
})

test.each([[['check', 'sr']], [['check', '--config', 'sr']], [['check', '--output-file', '']]])(
  'files are left to bash: %j',
  words => {
    expect(offered(...words)).toEqual([])
  },
)

test('every code can be completed', () => {
  expect(offered('explain', '')).toEqual(expect.arrayContaining(Object.keys(codes)))
})

test('bash itself completes by it, and runs nothing that stands in the line', () => {
  const folder = makeFolder()
  const words = ['check', '--select', '$(touch ran)`touch ran`', '']
  expect(bash).toContain('complete -o default -F _torchspore torchspore\n')
  expect(bash).not.toContain('eval')
  expect(offeredIn(folder, words)).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})

test('the scripts for zsh and fish say what that for bash says', () => {
  const scripts = { zsh: completionScript(program, 'zsh'), fish: completionScript(program, 'fish') }
  expect(scripts.zsh.endsWith(bash)).toBe(true)
  for (const word of ['check', 'extend-select', 'sarif', 'zh-CN', 'TSP101']) expect(scripts.fish).toContain(word)
  expect(scripts.fish.split('\n').filter(line => (line.match(/(?<!\\)'/g)?.length ?? 0) % 2 === 1)).toEqual([])
})

test('the command prints it', () => {
  expect(torchspore(tmpdir(), ['complete', 'bash'])).toEqual({ status: 0, out: bash, err: '' })
  const { status, err } = torchspore(tmpdir(), ['complete', 'tcsh'])
  expect(status).toBe(2)
  expect(err).toContain('bash, zsh, fish')
})
