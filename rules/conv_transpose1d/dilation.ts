import { absent, type ParameterRule } from '../../src/mapping/rule.ts'
import { passScalar } from './scalar.ts'

export const dilation: ParameterRule = {
  parameter: 'dilation',
  counterpart: 'dilation',
  explanation: 'The same in both frameworks, but at another position, so it is given by name.',
  source: 'Measured on torch 2.15.0 and MindSpore 2.10.0: fixtures/goldens has dilations above 1.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, u, 0, 0, 1, True, 2)',
      after: "ms.nn.Conv1dTranspose(h, h, k, u, pad_mode='pad', padding=0, group=1, has_bias=True, dilation=2)",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(h, h, k, dilation=0)', code: 'TSP208' }],
  map: (given, call) => (given ? passScalar(given, call, 'dilation') : absent),
}
