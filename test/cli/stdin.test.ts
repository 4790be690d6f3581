import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'
import { plain, plainFixed, starred } from './sources.ts'

test('standard input is checked like a file', () => {
  const folder = makeFolder()
  const { status, out } = torchspore(folder, ['check', '-'], plain)
  expect(out).toMatch(/^-:3:9 TSP101/)
  expect(status).toBe(1)
  expect(JSON.parse(torchspore(folder, ['check', '-', '--output-format', 'json'], plain).out)).toMatchObject([
    { filename: '-' },
  ])
  expect(torchspore(folder, ['check', '-'], 'x = 1').status).toBe(0)
})

test('--stdin-filename gives it a name and the settings of that place', () => {
  const folder = makeFolder({ 'pkg/torchspore.toml': 'ignore = ["TSP206"]' })
  const json = torchspore(folder, ['check', '--stdin-filename', 'pkg/a.py', '--output-format', 'json'], plain).out
  expect(JSON.parse(json)).toMatchObject([{ filename: join(folder, 'pkg/a.py') }])
  expect(torchspore(folder, ['check', '--stdin-filename', 'pkg/a.py', '-'], starred).status).toBe(0)
  expect(torchspore(folder, ['check', '--stdin-filename', 'a.py', '-'], starred).status).toBe(1)
})

test('--fix prints the fixed source, and findings out of its way', () => {
  const folder = makeFolder()
  const all = torchspore(folder, ['check', '--fix', '-'], plain)
  expect(all).toEqual({ status: 0, out: plainFixed, err: 'Fixed 1, none left.\n' })
  const none = torchspore(folder, ['check', '--fix', '-'], starred)
  expect(none.out).toBe(starred)
  expect(none.err).toMatch(/^-:3:9 TSP206/)
  expect(none.status).toBe(1)
})

test('--fix gives back what it cannot read, and what is excluded', () => {
  const folder = makeFolder()
  const binary = 'ConvTranspose1d\0'
  expect(torchspore(folder, ['check', '--fix', '-'], binary)).toMatchObject({ status: 1, out: binary })
  const excluded = ['check', '--fix', '--force-exclude', '--stdin-filename', 'venv/a.py', '-']
  expect(torchspore(folder, excluded, plain)).toMatchObject({ status: 0, out: plain })
})

test('--diff prints the change', () => {
  const { status, out } = torchspore(makeFolder(), ['check', '--diff', '--stdin-filename', 'a.py'], plain)
  expect(out).toMatch(/^--- a\.py\n\+\+\+ a\.py\n/)
  expect(status).toBe(1)
})

test('files beside it are passed over with a warning', () => {
  const { status, err } = torchspore(makeFolder(), ['check', '--stdin-filename', 'a.py', 'b.py'], 'x = 1')
  expect({ status, err }).toEqual({ status: 0, err: 'torchspore: warning: only standard input is checked, not b.py\n' })
})
