import { expect, test } from 'vitest'
import { codePages, codePagesIn } from '../../src/engine/pages.ts'
import { indexMarkdown, pageMarkdown } from '../../src/report/page_markdown.ts'
import { pageList, pageText } from '../../src/report/page_text.ts'
import { columns } from '../../src/report/visible.ts'

const example = {
  ...codePages.find(({ code }) => code === 'TSP209'),
  code: 'TSP209',
  name: 'groups-on-ascend',
  severity: 'warning',
  title: 'groups above 1',
  what: 'It takes *args, a [list] and __init__.',
  why: 'Because.',
  setting: 'device-target = "Ascend"',
  before: 'import torch\n\nup()\n',
  after: null,
  parameters: [{ name: 'device', counterpart: null, explanation: 'MindSpore has none.', source: 'Its signature.' }],
  calls: [{ before: 'up(1)', after: 'down(1)' }],
  source: 'Measured.',
} as const

test('a page for a terminal', () => {
  expect(pageText(example)).toBe(
    `TSP209 groups-on-ascend
groups above 1

What
  It takes *args, a [list] and __init__.

Why
  Because.

With this setting
  device-target = "Ascend"

Before
  import torch

  up()

After
  (no fix)

Arguments
  device -> (goes)
    MindSpore has none.

More calls
  up(1)
    -> down(1)

Source
  Measured.
`,
  )
  expect(pageText(example, { colours: true })).toContain('\u001b[1mWhat\u001b[22m')
})

test('prose stays within 80 columns', () => {
  const prose = codePages.flatMap(page => pageText({ ...page, before: '', after: '', calls: [] }).split('\n'))
  expect(prose.filter(line => line.length > 80)).toEqual([])
})

test('so does Chinese, which no line of begins with a comma', () => {
  const texts = codePagesIn['zh-CN'].map(page =>
    pageText({ ...page, before: '', after: '', calls: [] }, { locale: 'zh-CN' }),
  )
  const prose = texts.flatMap(text => text.split('\n'))
  expect(prose.filter(line => columns(line) > 80)).toEqual([])
  expect(prose.filter(line => /^ *[，。、；：！？）”》]/u.test(line))).toEqual([])
  expect(prose.filter(line => /[（“《]$/u.test(line))).toEqual([])
})

test('a list of codes', () => {
  expect(pageList([example, { ...example, code: 'TSP902', title: 'b' }])).toBe('TSP209  groups above 1\nTSP902  b\n')
})

test('a page in Markdown', () => {
  const page = pageMarkdown(example)
  expect(page).toContain('# TSP209: groups above 1\n\n`groups-on-ascend`, warning\n')
  expect(page).toContain('It takes \\*args, a \\[list\\] and \\_\\_init\\_\\_.\n')
  expect(page).toContain('With this setting:\n\n```toml\ndevice-target = "Ascend"\n```\n')
  expect(page).toContain('Before (no fix):\n\n```python\nimport torch\n\nup()\n```\n')
  expect(page).toContain('| `device` | goes | MindSpore has none. Its signature. |\n')
  expect(page).toContain('```python\nup(1)\n# -> down(1)\n```\n')
  expect(page).not.toMatch(/undefined|\n\n\n(?!def|class)/)
})

test('the index has a row for each code', () => {
  expect(indexMarkdown([example])).toContain('| [TSP209](TSP209.md) | `groups-on-ascend` | groups above 1 |\n')
})
