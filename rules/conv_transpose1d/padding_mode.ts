import { absent, drop, type ParameterRule, refuse } from '../../src/mapping/rule.ts'

export const padding_mode: ParameterRule = {
  parameter: 'padding_mode',
  counterpart: null,
  explanation:
    "torch takes 'zeros' only and raises ValueError for anything else. MindSpore has no such parameter and does the same, so 'zeros' is dropped.",
  source: 'Measured on torch 2.15.0.',
  valid: [
    {
      before: "nn.ConvTranspose1d(h, h, k, padding_mode='zeros')",
      after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [
    { call: "nn.ConvTranspose1d(h, h, k, padding_mode='reflect')", code: 'TSP208' },
    { call: 'nn.ConvTranspose1d(h, h, k, padding_mode=mode)', code: 'TSP202' },
  ],
  map(given) {
    if (!given) return absent
    if (given.value.kind === 'string' && given.value.value === 'zeros') return drop({ id: 'padding-mode.zeros' })
    return refuse('TSP202', { id: 'padding-mode.blocks', value: given.text })
  },
}
