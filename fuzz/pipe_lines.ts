import fc from 'fast-check'
import { defaultOptions } from '../src/engine/options.ts'
import { answer } from '../src/pipe/answer.ts'
import type { Target } from './input.ts'
import type { Tools } from './laws.ts'
import { mutations } from './mutations.ts'
import { jsonMarks } from './pieces.ts'
import { arbitraryProgram } from './programs.ts'

const pieces = [
  ...[...jsonMarks, '\\u', '\\ud800', '\\u0000', '\r', '\0', '\uFEFF', '\ud800', '\u2028', 'null', 'true'],
  ...[
    '1e999',
    '-0',
    '12345678901234567890',
    'NaN',
    '"path"',
    '"source"',
    '"fixed":',
    '"__proto__": {}',
    '"a": 1, "a": 2',
    ' ',
  ],
  ...[
    '"path": null,',
    '"source": 1,',
    '"error": "x",',
    '"findings": [],',
    '"path": "a.ipynb",',
    `${'['.repeat(20_000)}`,
  ],
  ...[`"k": ${'[{"a":'.repeat(3000)}1${'}]'.repeat(3000)},`],
]

const row = arbitraryProgram.map(source => JSON.stringify({ path: 'pkg/net.py', source, id: 7, meta: { a: [1.5e3] } }))

/** Lines of a pipe: each has one answer, on one line, in JSON. */
export function pipeTarget({ checker }: Tools): Target {
  const means = { checker: async () => checker, optionsFor: () => defaultOptions, applied: 'unsafe' } as const
  return {
    inputs: fc
      .tuple(row, mutations(pieces))
      .map(([text, mutate]) => ({ target: 'pipe', text: mutate(text).replaceAll('\n', ' ') })),
    broken: async ({ text }) => {
      const said = await answer(Buffer.from(text), means)
      return [
        ...(/[\r\n]/.test(said) ? ['line: the answer has a line end'] : []),
        ...(isAnswer(said) ? [] : [`answer: ${said.slice(0, 200)}`]),
        ...(said.includes('internal error') ? [`crash: ${said.slice(0, 500)}`] : []),
      ]
    },
  }
}

function isAnswer(text: string): boolean {
  try {
    const { path, fixed, findings, error } = JSON.parse(text)
    const isText = (each: unknown) => each === null || typeof each === 'string'
    return isText(path) && isText(fixed) && isText(error) && Array.isArray(findings)
  } catch {
    return false
  }
}
