import { isPure } from '../../src/python/expression.ts'
import { absent, type CallView, drop, type Given, type ParameterRule, refuse } from '../../src/mapping/rule.ts'

export const device: ParameterRule = {
  parameter: 'device',
  counterpart: null,
  explanation:
    'MindSpore has no device of a layer: where a network runs is set for the whole program by mindspore.set_device. So device is dropped, unless what is given does something when it is evaluated.',
  source: 'The signature of mindspore.nn.Conv1dTranspose, 2.0.0 to 2.10.0.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, device=device)',
      after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)",
    },
    {
      before: "nn.ConvTranspose1d(h, h, k, device=torch.device('cuda'))",
      after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [{ call: 'nn.ConvTranspose1d(h, h, k, device=next_device())', code: 'TSP203' }],
  map(given, call) {
    if (!given) return absent
    if (isPure(given.value) || isDevice(given, call)) return drop({ id: 'device.dropped' })
    return refuse('TSP203', { id: 'device.blocks', value: given.text })
  },
}

/** `torch.device(…)` of literals: it only makes a name for a device. */
function isDevice({ argument }: Given, call: CallView): boolean {
  const callee = argument.value.type === 'call' ? argument.value.child('function') : null
  if (!callee || call.path(callee) !== 'torch.device') return false
  return argument.value.child('arguments')?.parts.every(part => /^(string|integer)$/.test(part.type)) ?? false
}
