import { expect, test } from 'vitest'
import { createTextReporter } from '../../src/report/text.ts'
import { fileOf, findingAt, fix, insert, replace } from './example.ts'

const text = (...file: Parameters<typeof fileOf>) => createTextReporter().file(fileOf(...file))

const counterexample = {
  values: { k: '5', s: '3' },
  L: 4,
  torch_shape: [1, 2, 12],
  mindspore_shape: [1, 2, 12],
  index: [0, 0, 0],
  torch: 1,
  mindspore: -2,
}

test('a finding in its place, with its proof, its notes, what was refuted and what its fix changes', () => {
  const source = [
    'import torch.nn as nn',
    '',
    'class Net:',
    '    def __init__(self, k, u):',
    '        self.up = nn.ConvTranspose1d(',
    '            4, 2, k, u,  # comment',
    '            padding=(k - u) // 2,',
    '        )',
    '',
  ].join('\n')
  const finding = findingAt(source, 'ConvTranspose1d', {
    certificate: {
      status: 'proved',
      statement: { id: 'proof.equal', first: '(k - u)//2', length: '(L - 1)·u', conditions: [] },
      assumes: [{ id: 'assume.int', name: 'k' }],
    },
    notes: [
      { subject: 'padding', message: { id: 'padding.kept' } },
      { subject: 'bias', message: { id: 'bias.default' } },
    ],
    rejected: [{ rewrite: "nn.Conv1dTranspose(4, 2,\n    pad_mode='same')", counterexample }],
    fix: fix(
      insert(source, '\nclass', 'import mindspore as ms\n'),
      replace(source, 'nn.ConvTranspose1d', 'ms.nn.Conv1dTranspose'),
      replace(source, 'padding=(k - u) // 2', "pad_mode='pad', padding=(k - u) // 2, has_bias=True"),
    ),
  })
  expect(text(source, finding)).toMatchInlineSnapshot(`
    "pkg/model.py:5:22 TSP101 torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here  [fix: safe]
        4 |     def __init__(self, k, u):
        5 |         self.up = nn.ConvTranspose1d(
          |                      ^^^^^^^^^^^^^^^
          | proved for all values: first sample (k - u)//2, length (L - 1)·u on both sides
          | assumes   k is an int
          | padding   stays, by name, with pad_mode='pad' (MindSpore's default 'same' would crop elsewhere)
          | bias      has_bias=True (torch's default is True, MindSpore's is False)
          | refuted   nn.Conv1dTranspose(4, 2, pad_mode='same')
          |           with k = 5, s = 3, L = 4: torch gives shape (1, 2, 12), MindSpore (1, 2, 12); at [0, 0, 0] torch has 1, MindSpore -2
        2 + import mindspore as ms
        5 -         self.up = nn.ConvTranspose1d(
        5 +         self.up = ms.nn.Conv1dTranspose(
        7 -             padding=(k - u) // 2,
        7 +             pad_mode='pad', padding=(k - u) // 2, has_bias=True,

    "
  `)
})

test('an import that two fixes share is shown with the first of them', () => {
  const source = 'import torch.nn as nn\n\na = nn.ConvTranspose1d(1, 1, 1)\nb = nn.ConvTranspose1d(2, 2, 2)\n'
  const shared = insert(source, '\na =', 'import mindspore as ms\n')
  const first = findingAt(source, 'ConvTranspose1d', { fix: fix(shared, replace(source, '1, 1, 1', '1, 1, 1, x')) })
  const second = findingAt(source, 'ConvTranspose1d', { fix: fix(shared, replace(source, '2, 2, 2', '2, 2, 2, x')) })
  expect(text(source, first, second).match(/^.*\+ .*$/gm)).toEqual([
    '    2 + import mindspore as ms',
    '    3 + a = nn.ConvTranspose1d(1, 1, 1, x)',
    '    4 + b = nn.ConvTranspose1d(2, 2, 2, x)',
  ])
})

test.each([
  ['wide characters', 'x = "你好", nn.Conv()'],
  ['emoji', 'x = "😀👍🏽", nn.Conv()'],
  ['combining marks', 'x = "e\u0301", nn.Conv()'],
  ['tabs', '\t\tif x:\tnn.Conv()'],
])('the carets stand under the name after %s', (_, source) => {
  const [, line = '', carets = ''] = text(source, findingAt(source, 'Conv')).split('\n')
  expect(width(carets.slice(0, carets.indexOf('^')))).toBe(width(line.slice(0, line.indexOf('Conv'))))
  expect(carets.match(/\^+/)?.[0]).toBe('^^^^')
})

/** Just for the characters of the tests above. */
function width(shown: string): number {
  const widths = [...shown].map(character => ('你好😀👍🏽'.includes(character) ? 2 : character === '\u0301' ? 0 : 1))
  return widths.reduce<number>((sum, columns) => sum + columns, 0)
}

test('what would move the cursor or turn the text round is escaped', () => {
  const source = 'x = "\u001b[31m\u202e\u0007\u0085", nn.Conv()'
  const shown = text(source, findingAt(source, 'Conv'))
  expect(shown).toContain('x = "\\x1b[31m\\u202e\\x07\\x85", nn.Conv()')
  expect(shown).toContain(`      | ${' '.repeat(33)}^^^^\n`)
})

test('so is it in messages and paths', () => {
  const finding = findingAt('', '', { message: { id: 'file.unreadable', reason: 'a\nb\u001b[0m' } })
  const shown = createTextReporter().file({ path: 'a\u001b.py', absolute: '/a', source: '', findings: [finding] })
  expect(shown).toBe('a\\x1b.py:1:1 TSP101 not checked: a\\nb\\x1b[0m\n\n')
})

test('colours only when asked', () => {
  const source = 'nn.Conv()\n'
  const file = fileOf(source, findingAt(source, 'Conv', { fix: fix(replace(source, 'nn', 'ms.nn')) }))
  const control = '\u001b['
  expect(createTextReporter().file(file)).not.toContain(control)
  expect(createTextReporter({ colours: true }).file(file)).toContain(`${control}33mTSP101`)
})

test('CRLF and a lone CR end lines', () => {
  const source = 'a = 1\r\nb = 2\rnn.Conv()\r\n'
  const shown = text(source, findingAt(source, 'Conv', { fix: fix(replace(source, 'Conv()', 'X(\r\n)')) }))
  expect(shown.split('\n').slice(0, 7)).toEqual([
    'pkg/model.py:3:4 TSP101 torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here  [fix: safe]',
    '    2 | b = 2',
    '    3 | nn.Conv()',
    '      |    ^^^^',
    '    3 - nn.Conv()',
    '    3 + nn.X(',
    '    4 + )',
  ])
})

test('a line without end is cut', () => {
  const source = `x = [${'1, '.repeat(100_000)}]; nn.Conv()`
  expect(text(source, findingAt(source, 'Conv')).length).toBeLessThan(5000)
})
