import { absent, type ParameterRule, pass } from '../../src/mapping/rule.ts'

export const out_channels: ParameterRule = {
  parameter: 'out_channels',
  counterpart: 'out_channels',
  explanation: 'The same in both frameworks, by position or by name. Both take an int only.',
  source: 'Measured on torch 2.15.0 and MindSpore 2.10.0.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, kernel_size=4, out_channels=h // 2)',
      after: "ms.nn.Conv1dTranspose(h, kernel_size=4, out_channels=h // 2, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(8, kernel_size=4)', code: 'TSP208' }],
  map: given => (given ? pass('out_channels') : absent),
}
