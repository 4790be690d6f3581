import { expect, test } from 'vitest'
import { certified } from './port.ts'

/** The statement's formulas for a call that is ported as it is. */
function statement(sizes: string, padding: string, dilation = '1') {
  const port = `ms.nn.Conv1dTranspose(ci, co, ${sizes}, pad_mode='pad', padding=${padding}, dilation=${dilation}, has_bias=True)`
  const { statement } = certified(`ci, co, ${sizes}, padding=${padding}, dilation=${dilation}`, port)
  return statement.id === 'proof.equal' ? `${statement.first}; ${statement.length}` : statement.id
}

test.each([
  ['k, u', '0', '1', '0; (L - 1)·u + k'],
  ['k', 'p', '1', 'p; L - 1 - 2·p + k'],
  ['k, u', '(k - u) // 2', '1', '(k - u)//2; (L - 1)·u - 2·((k - u)//2) + k'],
  ['2 * k - 1, u + 1', 'p', 'd', 'p; (L - 1)·(u + 1) - 2·p + d·(2·k - 1 - 1) + 1'],
  ['k if flag else 3, u', 'p or 1', '1', 'p or 1; (L - 1)·u - 2·(p or 1) + (k if flag else 3)'],
  ['3, 2', '1', '2', '1; (L - 1)·2 - 2·1 + 2·(3 - 1) + 1'],
  ['cfg["k"], u', 'cfg.L // 2', '1', 'cfg.L//2; (L_in - 1)·u - 2·(cfg.L//2) + cfg["k"]'],
])('%s with padding %s and dilation %s: %s', (sizes, padding, dilation, formulas) => {
  expect(statement(sizes, padding, dilation)).toBe(formulas)
})

test('the conditions are the fewest that are needed', () => {
  const port =
    "ms.nn.Conv2dTranspose(ci, co, (1, k), (1, u), pad_mode='pad', padding=(0, 0, p, p - u % 2 + u), has_bias=True)"
  const pipeline = `ms.nn.SequentialCell(ms.nn.ConstantPad1d((0, 1), 0.0), ms.nn.Unflatten(2, (1, -1)), ${port}, ms.nn.Flatten(2, 3))`
  expect(certified('ci, co, k, u, p, u % 2', pipeline)).toMatchObject({
    status: 'proved',
    statement: { conditions: ['padding >= 0', 'output_padding < stride'] },
  })
})

const lift = (padding: string, dilation = '1') =>
  `ms.nn.SequentialCell(ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(ci, co, (1, k), (1, u), pad_mode='pad', padding=${padding}, dilation=(1, ${dilation}), has_bias=True), ms.nn.Flatten(2, 3))`

const conv1d = (padding: string) =>
  `ms.nn.Conv1dTranspose(ci, co, k, u, pad_mode='pad', padding=${padding}, dilation=d, group=g, has_bias=True)`

test.each([
  ['k, u, k - 1, groups=g, dilation=d', conv1d('k - 1'), ['kernel_size >= 1']],
  ['k, u, u - 1, groups=g, dilation=d', conv1d('u - 1'), ['stride >= 1']],
  ['k, u, d - 1, groups=g, dilation=d', conv1d('d - 1'), ['dilation >= 1']],
  ['k, u, g - 1, groups=g, dilation=d', conv1d('g - 1'), ['groups >= 1']],
  ['k, u, ci - 1, groups=g, dilation=d', conv1d('ci - 1'), ['in_channels >= 1']],
  ['k, u, co - 1, groups=g, dilation=d', conv1d('co - 1'), ['out_channels >= 1']],
  ['k, u, len(cfg), groups=g, dilation=d', conv1d('len(cfg)'), []],
  ['k, u, max(q, 1), q', lift('(0, 0, max(q, 1), max(q, 1) - q)'), ['padding >= 0', 'max(x, y) >= x']],
  ['k, u, u, k % u, dilation=d', lift('(0, 0, u, u - k % u)', 'd'), ['stride >= 1', 'x % n < n']],
  [
    'k, u, p + k // 2, p, dilation=d',
    lift('(0, 0, p + k // 2, k // 2)', 'd'),
    ['padding >= 0', 'x // n >= 0 for x >= 0'],
  ],
  ['k, u, p + abs(q), p, dilation=d', lift('(0, 0, p + abs(q), abs(q))', 'd'), ['padding >= 0']],
  ['k, u, p + len(cfg), p, dilation=d', lift('(0, 0, p + len(cfg), len(cfg))', 'd'), ['padding >= 0']],
  ['k, u, p + k % 2, p, dilation=d', lift('(0, 0, p + k % 2, k % 2)', 'd'), ['padding >= 0', 'x % n >= 0']],
  ['k, u, 2 * q, q, dilation=d', lift('(0, 0, 2 * q, q)', 'd'), ['padding >= 0', 'output_padding >= 0']],
])('each condition is said: %s', (args, port, conditions) => {
  expect(certified(`ci, co, ${args}`, port)).toMatchObject({ status: 'proved', statement: { conditions } })
})

test('the names that are taken for ints, in either branch of a choice', () => {
  const port = "ms.nn.Conv1dTranspose(ci, co, cfg.k if flag else cfg.n, pad_mode='pad', has_bias=True)"
  const { assumes } = certified('ci, co, cfg.k if flag else cfg.n', port)
  expect(assumes).toEqual(['cfg.k', 'cfg.n'].map(name => ({ id: 'assume.int', name })))
})

test('also in arithmetic and over several lines, but not what a function is given', () => {
  const args = 'k, u, -cfg.p + 2 * cfg.n, max(cfg.q, cfg\n.m) + cfg\n.d'
  const { assumes } = certified(`ci, co, ${args}`, "ms.nn.Conv1dTranspose(ci, co, k, pad_mode='pad', has_bias=True)")
  expect(assumes).toEqual(['cfg.p', 'cfg.n', 'cfg .d'].map(name => ({ id: 'assume.int', name })))
})
