import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenReports, reportsOf } from '../../fuzz/reports.ts'
import { defaultOptions } from '../../src/engine/options.ts'
import { answer } from '../../src/pipe/answer.ts'
import { checker } from '../checker.ts'
import { torchspore } from '../cli/run.ts'
import { makeFolder } from '../host/folder.ts'

const source = 'import torch.nn as nn\nup = nn.ConvTranspose1d(4, 2, 3)\ndown = nn.ConvTranspose1d(*sizes)\n'
const names = {
  'a colour': 'a\x1b[31mred.py',
  'a line end': 'a\nb.py',
  'a return': 'a\rb.py',
  'text that is turned round': 'a\u202eyp.py',
  'a separator of lines': 'a\u2028b.py',
  'what clears the screen': '\x9b2J\x1bc.py',
  'half a character': 'a\ud800.py',
  'a null': 'a\0b.py',
  'a delete': 'a\x7fb.py',
  'commands and markup': '::error::%0A<b>"&\'.py',
}

function reportOn(name: string) {
  const file = { path: name, absolute: `/r/${name}`, source, findings: checker.check(source) }
  return { broken: brokenReports(file, checker), reports: reportsOf(file, checker) }
}

const plain = reportOn('ab.py').reports

test.each(Object.entries(names))('a path with %s: each report reads, and nothing gets through', (_, name) => {
  const { broken, reports } = reportOn(name)
  expect(broken).toEqual([])
  const rows = (each: typeof reports) =>
    Object.entries(each).map(([format, text]) => [format, text.split(/[\n\u2028]/).length])
  expect(rows(reports)).toEqual(rows(plain))
  expect(JSON.parse(reports.json)[0]).toMatchObject({ filename: `/r/${name}` })
  expect(reports.html).not.toContain('<b>"')
  expect(reports.junit).not.toContain('<b>')
  expect(reports.github).not.toMatch(/.::error::/)
})

test('a program with control characters: each report reads, and nothing gets through', () => {
  const marks = '\x1b[31m\x07\x9b2J\u202e\u2028'
  const text = `import torch.nn as nn\nup = nn.ConvTranspose1d(4, 2, 3, padding_mode='${marks}')  # ${marks}\nx = cfg['${marks}']\ndown = nn.ConvTranspose1d(4, 2, cfg['${marks}'])\n`
  const findings = checker.check(text)
  expect(findings.map(({ code }) => code)).not.toContain('TSP901')
  expect(findings.length).toBeGreaterThan(1)
  expect(brokenReports({ path: 'a.py', absolute: '/r/a.py', source: text, findings }, checker)).toEqual([])
})

const odd = 'a\x1b[31m\x9b2J\u202e.py'

test.each([
  ['text', ['check', '.']],
  ['--diff', ['check', '.', '--diff']],
  ['--fix', ['check', '.', '--fix']],
  ['--statistics', ['check', '.', '--statistics']],
  ['html', ['check', '.', '--output-format', 'html']],
  ['sarif', ['check', '.', '--output-format', 'sarif']],
  ['json', ['check', '.', '--output-format', 'json']],
  ['a file that is not there', ['check', 'x\x1b[2J\u202e.py']],
  ['a usage error', ['check', '--select', 'TSP\x1b[2J\u202e']],
  ['a code', ['explain', 'TSP\x1b[2J\u202e']],
])('%s: what a terminal gets of a name holds no control character', (_, args) => {
  const folder = makeFolder({})
  writeFileSync(join(folder, odd), source)
  const { out, err } = torchspore(folder, [...args, ...(args[0] === 'check' ? ['--no-cache'] : [])])
  expect(out + err).not.toBe('')
  expect(out + err).not.toMatch(/(?![\n\t])[\p{Cc}\u202e]/u)
  expect(readdirSync(folder)).toEqual([odd])
})

test('an answer of the pipe is one line to whoever reads it', async () => {
  const means = { checker: async () => checker, optionsFor: () => defaultOptions, applied: 'safe' } as const
  const line =
    '{\r"path": "a\\r.py",\r"source": "import torch.nn as nn\\nnn.ConvTranspose1d(1, 1, 1) # \\u2028\\r",\r"k": [1,\r{"a":\r"\\r"}]\r}'
  const said = await answer(Buffer.from(line), means)
  expect(said).not.toMatch(/[\r\n\u2028]/)
  expect(JSON.parse(said)).toMatchObject({
    fixed: expect.stringContaining('\u2028'),
    path: 'a\r.py',
    k: [1, { a: '\r' }],
  })
})
