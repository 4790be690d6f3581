import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { torchspore } from '../cli/run.ts'
import { makeFolder } from '../host/folder.ts'

const dist = join(import.meta.dirname, '../../dist')
const forbidding = pathToFileURL(join(import.meta.dirname, 'forbidding.mjs')).href

const evil = [
  'import pathlib, os, torch.nn as nn, helper',
  'pathlib.Path("ran").write_text("x")',
  'up = nn.ConvTranspose1d(4, 4, __import__("os").system("touch ran"))',
  'down = nn.ConvTranspose1d(4, 4, 3)  # $(touch ran) `touch ran`',
  '',
].join('\n')

const program = '#!/bin/sh\ntouch "$MARK"\n'
const programs = ['python', 'python3', 'git', 'sh', 'bash', 'node', 'pip', 'open', 'xdg-open']

test.each([
  ['check', ['check', '.']],
  ['--fix', ['check', '.', '--fix', '--unsafe-fixes']],
  ['--output-format html', ['check', '.', '--output-format', 'html']],
  ['verify', ['verify', 'nn.ConvTranspose1d(4, 4, __import__("os").system("touch ran"))']],
])('%s neither runs nor imports what it reads, starts no program and reaches no network', (_, args) => {
  const folder = makeFolder({
    'net.py': evil,
    'helper.py': 'open("ran", "w")\n',
    'conftest.py': 'open("ran", "w")\n',
    'pyproject.toml': '[tool.torchspore]\n[build-system]\nbuild-backend = "helper"\nbackend-path = ["."]\n',
    '.git/config': '[core]\n\tfsmonitor = touch ran\n\tsshCommand = touch ran\n',
    ...Object.fromEntries(programs.map(name => [`bin/${name}`, program])),
  })
  for (const name of programs) chmodSync(join(folder, 'bin', name), 0o755)
  const env = { PATH: join(folder, 'bin'), MARK: join(folder, 'ran'), NODE_OPTIONS: `--import=${forbidding}` }
  const { status, err } = torchspore(folder, args, '', env)
  expect(err).not.toContain('forbidden')
  expect([0, 1, 2]).toContain(status)
  expect(existsSync(join(folder, 'ran'))).toBe(false)
})

test('the test before would notice: the forbidding module forbids', () => {
  const folder = makeFolder({ 'a.mjs': '' })
  const hook = `data:text/javascript,import{spawn}from'node:child_process';spawn('true')`
  const env = { NODE_OPTIONS: `--import=${forbidding} --import=${hook}` }
  expect(torchspore(folder, ['--version'], '', env)).toMatchObject({
    status: 99,
    err: 'forbidden: child_process.spawn\n',
  })
})

test('no file of dist imports what opens a connection or evaluates text', () => {
  const files = readdirSync(dist).filter(name => name.endsWith('.js') && name !== 'server.js')
  const imports = files.flatMap(name =>
    [
      ...readFileSync(join(dist, name), 'utf8').matchAll(
        /(?:^import\b[^'"\n]*|(?:\bimport|require)\(\s*)["'](?:node:)?(\w+)["']/gm,
      ),
    ].map(([, module]) => `${module} in ${name}`),
  )
  expect(imports.length).toBeGreaterThan(5)
  expect(imports.filter(each => /^(cluster|net|tls|https?|http2|dgram|dns|vm|inspector|repl) /.test(each))).toEqual([])
})
