import { absent, type ParameterRule, pass } from '../../src/mapping/rule.ts'

export const in_channels: ParameterRule = {
  parameter: 'in_channels',
  counterpart: 'in_channels',
  explanation: 'The same in both frameworks, by position or by name. Both take an int only.',
  source: 'Measured on torch 2.15.0 and MindSpore 2.10.0.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(in_channels=h // 2, out_channels=h, kernel_size=4)',
      after: "ms.nn.Conv1dTranspose(in_channels=h // 2, out_channels=h, kernel_size=4, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(out_channels=8, kernel_size=4)', code: 'TSP208' }],
  map: given => (given ? pass('in_channels') : absent),
}
