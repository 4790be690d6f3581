import fc from 'fast-check'
import { foundIn } from '../src/host/layout.ts'
import type { Notebook } from '../src/host/notebook.ts'
import { readText } from '../src/host/read_text.ts'
import { jsonFindings } from '../src/report/json.ts'
import { code, markdown, notebook } from '../test/host/notebooks.ts'
import type { Target } from './input.ts'
import { brokenLaws, type Tools } from './laws.ts'
import { mutations } from './mutations.ts'
import { jsonMarks } from './pieces.ts'
import { arbitraryProgram } from './programs.ts'

const magics = [
  '%matplotlib inline\n',
  '!pip install torch\n',
  '%%bash\nls\n',
  'x = !ls\n',
  '?nn\n',
  'files = %ls\n',
  '%%time\n',
  '\r\n',
  '',
]
const cell = fc
  .tuple(fc.constantFrom(...magics), arbitraryProgram, fc.boolean())
  .map(([magic, text, isCode]) => (isCode ? code(magic + text) : markdown(text)))

const pieces = [
  ...[
    '"source": [',
    '"source": "',
    '"source": null',
    '"cell_type": "code"',
    '"cell_type": "raw"',
    '"cells": []',
    '\\n',
    '\\r',
    '\\u2028',
  ],
  ...['\\ud83d', '\\ude00', '%', '!', '%%bash\\n', ...jsonMarks, '\\"', '\uFEFF', '\0', '\ud800', 'null', '가'],
  ...['"nbformat": 3', '"language_info": {"name": "R"}', '"worksheets": []', 'pass #가', 'nn.ConvTranspose1d(4, 4, 3)'],
]

/** Notebooks: what is fixed reads as one, its other members stay, and fixing again changes nothing. */
export function notebookTarget(tools: Tools): Target {
  const text = fc
    .tuple(fc.array(cell, { maxLength: 4 }), mutations(pieces))
    .map(([cells, mutate]) => mutate(notebook(cells)))
  return {
    inputs: text.map(each => ({ target: 'notebook', text: each })),
    broken: ({ text: json }) => {
      const read = readText(json, 'a.ipynb')
      if (read.kind !== 'notebook') return []
      const fixed = tools.checker.fix(read.text, 'unsafe')
      jsonFindings({ path: 'a.ipynb', absolute: '/r/a.ipynb', ...foundIn(read.text, fixed.findings, read.layout) })
      const rendered = read.render(fixed.text)
      const again = readText(rendered, 'a.ipynb')
      return [
        ...brokenLaws({ source: read.text }, tools),
        ...(read.render(read.text) === json ? [] : ['render: an unchanged text changes the notebook']),
        ...(frame(rendered) === frame(json) ? [] : ['frame: something besides the sources changed']),
        ...(again.kind === 'passed-over' ||
        (again.kind === 'notebook' && codeOf(again, again.text) === codeOf(read, fixed.text))
          ? []
          : ['again: the fixed notebook reads otherwise']),
      ]
    },
  }
}

/**
 * The code of all cells: the letter that stands for magics is another one where the fix took it away, and the lines between
 * cells end as most lines do, which a fix may change.
 */
function codeOf({ layout }: Notebook, text: string): string {
  return layout(text).source.replaceAll('\r', '')
}

/** All but the sources of code. */
function frame(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value) => (key === 'source' ? null : value))
}
