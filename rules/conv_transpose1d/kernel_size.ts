import { absent, type ParameterRule } from '../../src/mapping/rule.ts'
import { passScalar } from './scalar.ts'

export const kernel_size: ParameterRule = {
  parameter: 'kernel_size',
  counterpart: 'kernel_size',
  explanation:
    'The same in both frameworks, but torch also takes a tuple or list of one int; MindSpore takes an int only.',
  source: 'Measured on MindSpore 2.0.0, 2.7.0 and 2.10.0: a tuple raises TypeError.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, (k,), u)',
      after: "ms.nn.Conv1dTranspose(h, h, k, u, pad_mode='pad', has_bias=True)",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, kernel_size=[2 * u], stride=u)',
      after: "ms.nn.Conv1dTranspose(h, h, kernel_size=2 * u, stride=u, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [
    { call: 'nn.ConvTranspose1d(h, h, (k, k))', code: 'TSP205' },
    { call: 'nn.ConvTranspose1d(h, h, 0)', code: 'TSP208' },
  ],
  map: (given, call) => (given ? passScalar(given, call, 'kernel_size') : absent),
}
