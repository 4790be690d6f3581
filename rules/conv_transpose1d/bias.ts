import { type ParameterRule, pass, wrapped } from '../../src/mapping/rule.ts'
import { isBool } from '../../src/python/expression.ts'

export const bias: ParameterRule = {
  parameter: 'bias',
  counterpart: 'has_bias',
  explanation:
    "Called has_bias in MindSpore, where the default is False; torch's is True. So has_bias is always written. torch takes anything true or false, MindSpore a bool only, so what is not known to be a bool is put into bool(…).",
  source: 'Measured on MindSpore 2.0.0, 2.7.0 and 2.10.0: 0, 1, None and numpy.bool_ raise TypeError.',
  valid: [
    { before: 'nn.ConvTranspose1d(h, h, k)', after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)" },
    {
      before: 'nn.ConvTranspose1d(h, h, k, bias=False)',
      after: "ms.nn.Conv1dTranspose(h, h, k, has_bias=False, pad_mode='pad')",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, k, bias=use_bias)',
      after: "ms.nn.Conv1dTranspose(h, h, k, has_bias=bool(use_bias), pad_mode='pad')",
    },
    {
      before: "nn.ConvTranspose1d(h, h, k, bias=norm == 'none')",
      after: "ms.nn.Conv1dTranspose(h, h, k, has_bias=norm == 'none', pad_mode='pad')",
    },
  ],
  invalid: [],
  map(given) {
    if (!given) return { kind: 'add', arguments: ['has_bias=True'], notes: [{ id: 'bias.default' }] }
    if (isBool(given.value)) return pass('has_bias', { id: 'bias.renamed' })
    const value = wrapped('bool(', ')')
    return { kind: 'pass', keyword: 'has_bias', value, before: [], notes: [{ id: 'bias.wrapped', value: given.text }] }
  },
}
