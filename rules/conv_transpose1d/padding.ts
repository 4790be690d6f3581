import { printQuoted } from '../../src/mapping/quote.ts'
import type { ParameterRule } from '../../src/mapping/rule.ts'
import { passScalar } from './scalar.ts'

export const padding: ParameterRule = {
  parameter: 'padding',
  counterpart: 'padding',
  explanation:
    "Crops as many samples at both ends in both frameworks, but MindSpore only with pad_mode='pad'. Its default is 'same', which crops elsewhere: with the same length of output, every value is shifted. So pad_mode='pad' is always written, and padding is given by name, since the fifth position is pad_mode in MindSpore.",
  source:
    "Measured: pad_mode='pad' equals torch for 597 of 597 configurations without output_padding; 'same' with another padding for 0 of 54.",
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h // 2, k, u, padding=(k - u) // 2)',
      after: "ms.nn.Conv1dTranspose(h, h // 2, k, u, pad_mode='pad', padding=(k - u) // 2, has_bias=True)",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, 4, 2, 1)',
      after: "ms.nn.Conv1dTranspose(h, h, 4, 2, pad_mode='pad', padding=1, has_bias=True)",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, k)',
      after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [
    { call: 'nn.ConvTranspose1d(h, h, 4, padding=-1)', code: 'TSP208' },
    { call: "nn.ConvTranspose1d(h, h, 4, padding='same')", code: 'TSP208' },
  ],
  map(given, call) {
    const pad_mode = `pad_mode=${printQuoted('pad', call.quote)}`
    if (!given) return { kind: 'add', arguments: [pad_mode], notes: [{ id: 'padding.absent' }] }
    const outcome = passScalar(given, call, 'padding', { id: 'padding.kept' })
    return outcome.kind === 'pass' ? { ...outcome, before: [pad_mode] } : outcome
  },
}
