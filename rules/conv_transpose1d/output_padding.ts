import { absent, drop, type ParameterRule, refuse } from '../../src/mapping/rule.ts'
import { isZero } from './constant.ts'

export const output_padding: ParameterRule = {
  parameter: 'output_padding',
  counterpart: null,
  explanation:
    "Conv1dTranspose has no output_padding. What torch adds at the end are samples of the same convolution, not zeros: padding MindSpore's output with zeros gives other values, and pad_mode='same' gives the same length with every value shifted. An output_padding of 0 is dropped.",
  source:
    'Measured: zero-padding the output equals torch for 175 of 942 configurations with output_padding.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, u, padding=u // 2, output_padding=0)',
      after: "ms.nn.Conv1dTranspose(h, h, k, u, pad_mode='pad', padding=u // 2, has_bias=True)",
    },
  ],
  invalid: [
    { call: 'nn.ConvTranspose1d(h, h, k, u, output_padding=u % 2)', code: 'TSP201' },
    { call: 'nn.ConvTranspose1d(h, h, 5, 3, 2, 2)', code: 'TSP201' },
    { call: 'nn.ConvTranspose1d(h, h, 4, 2, output_padding=2)', code: 'TSP208' },
  ],
  map(given) {
    if (!given) return absent
    if (isZero(given.value)) return drop({ id: 'output-padding.zero' })
    return refuse('TSP201', { id: 'output-padding.blocks', value: given.text })
  },
}
