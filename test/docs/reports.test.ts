import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shell } from '../cli/run.ts'
import { makeFolder } from '../host/folder.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/reports.md'), 'utf8')
const blocks = Array.from(page.matchAll(/^```\w+\n(.*?)^```/gms), ([, block = '']) => block)
const commands = blocks.flatMap(block => block.match(/torchspore check [^'\n]*/g) ?? [])

test('the page has commands', () => {
  expect(commands.length).toBeGreaterThan(5)
})

test.each([...new Set(commands)])('docs/reports.md: %s', command => {
  const folder = makeFolder()
  cpSync(join(root, 'fixtures/demo'), folder, { recursive: true })
  const { status, out, err } = shell(folder, command)
  expect({ status, err }).toEqual({ status: command.includes('--exit-zero') ? 0 : 1, err: '' })
  const [, file] = /--output-file (\S+)/.exec(command) ?? []
  const report = file === undefined ? out : readFileSync(join(folder, file), 'utf8')
  expect(report).toContain('TSP101')
})

test('what a service is told to read is what was written', () => {
  const read = Array.from(page.matchAll(/(?:^junit |pattern: |codequality: )'?([\w.-]+\.\w+)/gm), ([, file]) => file)
  expect(read).toHaveLength(3)
  for (const file of read) expect(page).toContain(`--output-file ${file} `)
})
