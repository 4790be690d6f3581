import { absent, type ParameterRule } from '../../src/mapping/rule.ts'
import { passScalar } from './scalar.ts'

export const stride: ParameterRule = {
  parameter: 'stride',
  counterpart: 'stride',
  explanation:
    'The same in both frameworks, but torch also takes a tuple or list of one int; MindSpore takes an int only.',
  source: 'Measured on MindSpore 2.0.0, 2.7.0 and 2.10.0: a tuple raises TypeError.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, stride=(u,))',
      after: "ms.nn.Conv1dTranspose(h, h, k, stride=u, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(h, h, k, 0)', code: 'TSP208' }],
  map: (given, call) => (given ? passScalar(given, call, 'stride') : absent),
}
