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

test('the names that are taken for ints, in either branch of a choice', () => {
  const port = "ms.nn.Conv1dTranspose(ci, co, cfg.k if flag else cfg.n, pad_mode='pad', has_bias=True)"
  const { assumes } = certified('ci, co, cfg.k if flag else cfg.n', port)
  expect(assumes).toEqual(['cfg.k', 'cfg.n'].map(name => ({ id: 'assume.int', name })))
})
