import fc from 'fast-check'
import { parseTree } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { cellTexts, foundIn } from '../../src/host/layout.ts'
import { type Notebook, readNotebook } from '../../src/host/notebook.ts'
import { say } from '../../src/messages/say.ts'
import { checker } from '../checker.ts'
import { code, markdown, notebook, type TestCell } from './notebooks.ts'

function read(json: string): Notebook {
  const found = readNotebook(json)
  if (found.kind === 'problem') throw new Error(found.reason)
  return found
}

const reason = (json: string) => {
  const found = readNotebook(json)
  return found.kind === 'problem' ? found.reason : null
}

const codesOf = (json: string) => {
  const found = read(json)
  return cellTexts(found.layout(found.text))
}

describe('which cells are checked', () => {
  test('those of Python, by their place among all', () => {
    const cells = [markdown('# Title'), code('import torch'), code('%%bash\nls'), code(''), code('%%time\nx = 1\n')]
    expect(codesOf(notebook(cells))).toEqual([
      { cell: 2, code: 'import torch' },
      { cell: 4, code: '' },
      { cell: 5, code: '%%time\nx = 1\n' },
    ])
  })

  test('none of another language', () => {
    const r = { kernelspec: { name: 'ir', language: 'R' } }
    expect(codesOf(notebook([code('nn.ConvTranspose1d')], r))).toEqual([])
    expect(codesOf(notebook([code('x')], { ...r, language_info: { name: 'ipython' } }))).toHaveLength(1)
    expect(codesOf(notebook([code('x')], {}))).toHaveLength(1)
    expect(codesOf(notebook([code('x', { vscode: { languageId: 'sql' } })]))).toEqual([])
    expect(codesOf(notebook([code('x', { vscode: { languageId: 'python' } })]))).toHaveLength(1)
  })

  test('none of a source that is neither text nor lines', () => {
    expect(codesOf('{"nbformat": 4, "cells": [3, {"cell_type": "code"}]}')).toEqual([])
  })
})

describe('what is no notebook', () => {
  test.each([
    ['broken JSON', '{"cells": [\n{"a" 1}]}', 'it is a notebook, but no JSON from line 2 on'],
    ['nothing', '', 'it is a notebook, but no JSON from line 1 on'],
    ['more than JSON', '{} x', 'it is a notebook, but no JSON from line 1 on'],
    ['a comment', '{"cells": [], // no\n "nbformat": 4}', 'it is a notebook, but no JSON from line 1 on'],
    ['deep JSON', '['.repeat(100_000), 'it is a notebook, but no JSON from line 1 on'],
    [
      'an old format',
      '{"nbformat": 3, "worksheets": []}',
      'it is a notebook of format 3; save it once in Jupyter to have format 4',
    ],
    ['a list', '[]', 'it is JSON, but no notebook: it has no cells'],
    [
      'a source that is no text',
      '{"nbformat": 4, "cells": [{"cell_type": "code", "source": ["x", 1]}]}',
      'it is a notebook, but the source of cell 1 is no text and no list of texts',
    ],
    ['no cells', '{"nbformat": 4}', 'it is JSON, but no notebook: it has no cells'],
  ])('%s', (_, json, expected) => {
    expect(reason(json)).toBe(expected)
  })

  test("but Python's numbers are read, as Jupyter reads them", () => {
    expect(reason('{"nbformat": 4, "cells": [], "metadata": {"x": [NaN, -Infinity, Infinity]}}')).toBeNull()
  })
})

describe('the cells as one text', () => {
  test('what a cell leaves open is not closed by the next one', () => {
    const open = read(notebook([code('x = ('), code(')')]))
    expect(checker.check(`${open.text}# ConvTranspose1d`).map(finding => finding.code)).toEqual(['TSP901'])
    const branch = read(notebook([code('if x:\n    y'), code('else:\n    z')]))
    expect(checker.check(`${branch.text}# ConvTranspose1d`).map(finding => finding.code)).toEqual(['TSP901'])
  })

  test('takes a letter that no cell holds', () => {
    const found = read(notebook([code('가 = "각"\n!ls')]))
    expect(found.render(found.text)).toBe(notebook([code('가 = "각"\n!ls')]))
    expect(found.layout(found.text).source.split('\n').slice(0, 2)).toEqual(['가 = "각"', '!ls'])
  })
})

const snippets = [
  'import torch.nn as nn',
  'import torch\nfrom torch import nn\n',
  '%matplotlib inline\nimport torch.nn as nn\n!pip install torch \\\n  numpy\n',
  'up = nn.ConvTranspose1d(4, 2, 3)',
  '# é "日本" \\ 😀\nup = nn.ConvTranspose1d(c, c, k, u, padding=(k - u) // 2)  # ü\nx = !ls\n',
  '%%time\nup = nn.ConvTranspose1d(4, 2, 3, 2, output_padding=1)\n',
  'class Up(nn.Module):\n    def __init__(self):\n        %time\n        self.up = nn.ConvTranspose1d(1, 2, 3)\n\n\n',
  'nn.ConvTranspose1d?',
  'x = 1\r\ny = nn.ConvTranspose1d(1, 2, 3)\r\n',
  '"""\n!no magic\n"""\nz = nn.ConvTranspose1d(*args)',
  '%%bash\necho "nn.ConvTranspose1d"',
  '',
]

const cell = fc
  .record({ text: fc.constantFrom(...snippets), isCode: fc.nat(4), isString: fc.boolean() })
  .map(({ text, isCode, isString }) => {
    const made = isCode > 0 ? code(text) : markdown(text)
    return {
      outputs: [{ data: { 'image/png': 'iVBORw0KGgo=\n', 'text/plain': ['<é>'] }, output_type: 'display_data' }],
      ...made,
      source: isString ? text : made.source,
      execution_count: null,
    }
  })

const style = fc.record({
  indent: fc.constantFrom('', ' ', '  ', '\t'),
  ascii: fc.boolean(),
  end: fc.constantFrom('', '\n'),
})

const file = fc.tuple(fc.array(cell, { maxLength: 6 }), style).map(([cells, { indent, ascii, end }]) => {
  const json = JSON.stringify({ metadata: { n: 1.5 }, cells, nbformat_minor: 5, nbformat: 4 }, null, indent)
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return (ascii ? json.replace(/[^\0-\x7f]/g, escaped) : json) + end
})

describe('a fixed notebook', () => {
  test('differs in nothing but the sources that change, and is fixed for good', () => {
    fc.assert(
      fc.property(file, json => {
        const before = read(json)
        expect(before.render(before.text)).toBe(json)
        const fixed = checker.fix(before.text, 'unsafe')
        const after = before.render(fixed.text)
        expect(frameOf(after, json)).toBe(frameOf(json, after))
        expect(magicsOf(after)).toEqual(magicsOf(json))
        const again = read(after)
        expect(again.text).toBe(fixed.text)
        expect(checker.fix(again.text, 'unsafe').text).toBe(again.text)
      }),
      { numRuns: 150 },
    )
  })

  test('is changed where a name flows from one cell to another', () => {
    const json = notebook([code('import torch.nn as nn'), markdown('x'), code('nn.ConvTranspose1d(1, 2, 3)\n')])
    const found = read(json)
    const changed = [
      code('import torch.nn as nn\nimport mindspore as ms'),
      markdown('x'),
      code("ms.nn.Conv1dTranspose(1, 2, 3, pad_mode='pad', has_bias=True)\n"),
    ]
    expect(found.render(checker.fix(found.text, 'safe').text)).toBe(notebook(changed))
  })

  test('has its import in the cell of the first import of torch, never before a cell magic', () => {
    const json = notebook([
      code('%%time\nx = 1'),
      code('"""Doc"""\nimport torch'),
      code('torch.nn.ConvTranspose1d(1, 2, 3)'),
    ])
    const found = read(json)
    const [first, second] = JSON.parse(found.render(checker.fix(found.text, 'safe').text)).cells as readonly TestCell[]
    expect(first?.source).toEqual(['%%time\n', 'x = 1'])
    expect(second?.source).toEqual(['"""Doc"""\n', 'import torch\n', 'import mindspore as ms'])
  })

  test('is told of lines as they are in its cells', () => {
    const test = 'isinstance(up, nn.ConvTranspose1d)\ntype(up) is nn.ConvTranspose1d'
    const json = notebook([code('import torch.nn as nn\n\nup = nn.ConvTranspose1d(1, 2, 3)'), markdown(''), code(test)])
    const { text, layout } = read(json)
    const { findings } = foundIn(text, checker.check(text), layout)
    const said = findings.flatMap(({ notes }) => notes.map(({ message }) => say(message)))
    expect(said.filter(words => /line \d/.test(words)).join()).toMatch(/line 2 of cell 3/)
  })

  test('can have its findings suppressed', () => {
    const off = read(notebook([code('import torch.nn as nn'), code('nn.ConvTranspose1d(1, 2, 3)  # noqa: TSP101')]))
    expect(checker.check(off.text)).toEqual([])
  })
})

/** The text without the sources of code cells that the other text writes otherwise. */
function frameOf(json: string, other: string): string {
  const theirs = sourcesOf(other).map(({ start, end }) => other.slice(start, end))
  let frame = json
  for (const [index, { start, end }] of [...sourcesOf(json).entries()].reverse())
    if (json.slice(start, end) !== theirs[index]) frame = `${frame.slice(0, start)}<${index}>${frame.slice(end)}`
  return frame
}

function sourcesOf(json: string): readonly { readonly start: number; readonly end: number }[] {
  const cells = parseTree(json)?.children?.find(({ children }) => children?.[0]?.value === 'cells')?.children?.[1]
  const members = (cells?.children ?? []).flatMap(({ children }) => children ?? [])
  const values = members
    .filter(({ children }) => children?.[0]?.value === 'source')
    .map(({ children }) => children?.[1])
  return values.map(value => ({ start: value?.offset ?? 0, end: (value?.offset ?? 0) + (value?.length ?? 0) }))
}

function magicsOf(json: string): readonly string[] {
  const sources = (JSON.parse(json).cells as readonly TestCell[]).map(({ source }) => [source].flat().join(''))
  return sources.flatMap(source => source.match(/^[ \t]*[%!].*$|.*\?$|= !.*$/gm) ?? [])
}
