import { absent, drop, type ParameterRule, refuse } from '../../src/mapping/rule.ts'
import { isPure } from '../../src/python/expression.ts'

export const device: ParameterRule = {
  parameter: 'device',
  counterpart: null,
  explanation:
    'MindSpore has no device of a layer: where a network runs is set for the whole program by mindspore.set_device. So device is dropped, unless what is given is a call, which may do something when it runs.',
  source: 'The signature of mindspore.nn.Conv1dTranspose, 2.0.0 to 2.10.0.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, device=device)',
      after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(h, h, k, device=next_device())', code: 'TSP203' }],
  map(given) {
    if (!given) return absent
    if (isPure(given.value)) return drop({ id: 'device.dropped' })
    return refuse('TSP203', { id: 'device.blocks', value: given.text })
  },
}
