import { expect, test } from 'vitest'
import { columns } from '../../src/report/visible.ts'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'

const source = 'from torch import nn\nup = nn.ConvTranspose1d(8, 4, 5, 3, padding=2, output_padding=2)\n'
const call = 'nn.ConvTranspose1d(c, c, k, u)'
const chinese = { LANG: 'zh_CN.UTF-8' }

interface Given {
  readonly args: readonly string[]
  readonly toml?: string
  readonly env?: Readonly<Record<string, string>>
}

function run({ args, toml = '', env = {} }: Given) {
  return torchspore(makeFolder({ 'a.py': source, 'torchspore.toml': toml }), args, '', env)
}

const commands = [
  ['check', '--no-cache', 'a.py'],
  ['verify', call],
  ['explain', 'TSP102'],
]

test.each(commands)('torchspore %s takes --locale, else the settings, else the environment', (...args) => {
  const english = run({ args }).out
  const said = run({ args: [...args, '--locale', 'zh-CN'] }).out
  expect(english).not.toMatch(/\p{Script=Han}/u)
  expect(said).toMatch(/\p{Script=Han}/u)
  expect(run({ args, env: chinese }).out).toBe(said)
  expect(run({ args, toml: 'locale = "zh-CN"' }).out).toBe(said)
  expect(run({ args, toml: 'locale = "en"', env: chinese }).out).toBe(english)
  expect(run({ args: [...args, '--locale', 'en'], toml: 'locale = "zh-CN"', env: chinese }).out).toBe(english)
})

test.each([
  ['check', '--no-cache', '--output-format', 'json', '--stdin-filename', 'a.py', '-'],
  ['verify', call, '--json'],
])('%s: JSON is English', (...args) => {
  expect(run({ args, env: chinese }).out).toBe(run({ args }).out)
})

test('what is wrong with a call is told in that language', () => {
  expect(run({ args: ['verify', 'x = 1'], env: chinese })).toMatchObject({
    status: 2,
    err: expect.stringContaining('应当给出一个调用'),
  })
})

test('no other language is taken', () => {
  const { status, err } = run({ args: ['check', '--locale', 'tlh'] })
  expect(status).toBe(2)
  expect(err).toContain('en, zh-CN')
})

test('what is said of arguments stands in a column', () => {
  const { out } = run({ args: ['check', '--no-cache', 'a.py'], env: chinese })
  const rows = out.split('\n').filter(line => /^ +\| \S+ {3,}\S/.test(line))
  expect(rows.some(row => row.includes('已证伪'))).toBe(true)
  expect(new Set(rows.map(row => columns(/^ +\| \S+ +/.exec(row)?.[0] ?? ''))).size).toBe(1)
})
