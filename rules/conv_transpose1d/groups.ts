import { absent, type ParameterRule } from '../../src/mapping/rule.ts'
import { constant } from './constant.ts'
import { passScalar } from './scalar.ts'

export const groups: ParameterRule = {
  parameter: 'groups',
  counterpart: 'group',
  explanation:
    'Called group in MindSpore. Documented as unsupported above 1 on Ascend for Conv1dTranspose; right on the CPU.',
  source: 'Measured on MindSpore 2.7.0 and 2.10.0 (CPU); the documentation of mindspore.nn.Conv1dTranspose for Ascend.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, groups=h, bias=False)',
      after: "ms.nn.Conv1dTranspose(h, h, k, group=h, has_bias=False, pad_mode='pad')",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(6, 4, k, groups=4)', code: 'TSP208' }],
  map(given, call) {
    if (!given) return absent
    const ascend = call.deviceTarget === 'Ascend' && constant(given.value) !== 1n
    const notes = [{ id: 'groups.renamed' }, ...(ascend ? [{ id: 'groups.ascend' } as const] : [])] as const
    return passScalar(given, call, 'group', ...notes)
  },
}
