import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { code, markdown, notebook } from '../host/notebooks.ts'
import { torchspore } from './run.ts'
import { plain } from './sources.ts'

const before = notebook([
  markdown('# Up'),
  code('%matplotlib inline\nimport torch.nn as nn'),
  code('files = !ls\nup = nn.ConvTranspose1d(4, 2, 3)\n'),
])
const after = notebook([
  markdown('# Up'),
  code('%matplotlib inline\nimport torch.nn as nn\nimport mindspore as ms'),
  code("files = !ls\nup = ms.nn.Conv1dTranspose(4, 2, 3, pad_mode='pad', has_bias=True)\n"),
])

test('a notebook in a folder is checked like a file', () => {
  const folder = makeFolder({ 'a/up.ipynb': before, 'a/.ipynb_checkpoints/up.ipynb': before, 'a/x.py': 'x = 1\n' })
  const { status, out } = torchspore(folder, ['check'])
  expect(out).toMatch(/^a\/up\.ipynb:cell 3:2:9 TSP101 /)
  expect(out).toContain('\n    1 | files = !ls\n    2 | up = nn.ConvTranspose1d(4, 2, 3)\n')
  expect(out).toMatch(/\nFound 1 /)
  expect(status).toBe(1)
})

test('--fix changes the sources and nothing else', () => {
  const folder = makeFolder({ 'up.ipynb': before })
  expect(torchspore(folder, ['check', '--fix', 'up.ipynb']).status).toBe(0)
  expect(readFileSync(join(folder, 'up.ipynb'), 'utf8')).toBe(after)
  expect(torchspore(folder, ['check', '--fix', 'up.ipynb'])).toMatchObject({ status: 0, err: '' })
  expect(readFileSync(join(folder, 'up.ipynb'), 'utf8')).toBe(after)
})

test('--diff shows the cells that change', () => {
  const { status, out } = torchspore(makeFolder({ 'up.ipynb': before }), ['check', '--diff'])
  const headings = out.split('\n').filter(line => /^(---|\+\+\+)/.test(line))
  expect(headings).toEqual(['--- up.ipynb:cell 2', '+++ up.ipynb:cell 2', '--- up.ipynb:cell 3', '+++ up.ipynb:cell 3'])
  expect(status).toBe(1)
})

test('standard input can be a notebook', () => {
  const folder = makeFolder()
  const fixed = torchspore(folder, ['check', '--fix', '--stdin-filename', 'up.ipynb', '-'], before)
  expect(fixed).toMatchObject({ status: 0, out: after })
  const json = torchspore(folder, ['check', '--output-format', 'json', '--stdin-filename', 'up.ipynb', '-'], before).out
  expect(JSON.parse(json)).toMatchObject([{ cell: 3, location: { row: 2, column: 9 } }])
})

test('what cannot be read is told, what holds nothing of it is passed over', () => {
  const folder = makeFolder({
    'broken.ipynb': '{"cells": [\n"ConvTranspose1d"',
    'empty.ipynb': '',
    'old.ipynb': '{"nbformat": 3, "worksheets": [{"cells": [{"input": "nn.ConvTranspose1d()"}]}]}',
    'other.ipynb': notebook([code('nn.ConvTranspose1d(1)')], { language_info: { name: 'R' } }),
    'text.ipynb': notebook([markdown('ConvTranspose1d'), code('x = (')]),
  })
  const { status, out } = torchspore(folder, ['check'])
  const findings = out.split('\n').filter(line => line.includes(' TSP902 not'))
  expect(findings).toEqual([
    'broken.ipynb:1:1 TSP902 not checked: it is a notebook, but no JSON from line 2 on',
    'old.ipynb:1:1 TSP902 not checked: it is a notebook of format 3; save it once in Jupyter to have format 4',
  ])
  expect(status).toBe(1)
})

test('only the code counts towards max-file-size, and JSON may escape what it likes', () => {
  const picture = { cell_type: 'code', source: 'x', outputs: [{ 'image/png': 'A'.repeat(3 << 20) }] }
  const large = notebook([picture, ...JSON.parse(before).cells])
  const folder = makeFolder({ 'up.ipynb': large.replace('nn.Conv', 'nn.\\u0043onv') })
  expect(torchspore(folder, ['check']).out).toMatch(/^up\.ipynb:cell 4:2:9 TSP101 /)
  const small = makeFolder({ 'up.ipynb': before, 'torchspore.toml': 'max-file-size = 40' })
  expect(torchspore(small, ['check']).out).toMatch(/^up\.ipynb.* TSP902 not checked: the file has \d+ bytes/)
})

test('a notebook gets the class from a module beside it', () => {
  const follower = notebook([code('from layers import Up'), code('Up(4, 2, 3)')])
  const files = { 'layers.py': plain.replace('up = ', 'Up = nn.ConvTranspose1d\nup = '), 'b.ipynb': follower }
  const { out } = torchspore(makeFolder(files), ['check'])
  expect(out).toMatch(/^b\.ipynb:cell 2:1:1 TSP101 /m)
})
