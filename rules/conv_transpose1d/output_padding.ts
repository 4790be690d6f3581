import { absent, drop, type ParameterRule } from '../../src/mapping/rule.ts'
import { isZero } from './constant.ts'
import { passScalar } from './scalar.ts'

export const output_padding: ParameterRule = {
  parameter: 'output_padding',
  counterpart: null,
  explanation:
    "Conv1dTranspose has no output_padding. What torch adds at the end are samples of the same convolution, not zeros: padding MindSpore's output with zeros gives other values, and pad_mode='same' gives the same length with every value shifted. An output_padding of 0 is dropped. Any other is composed exactly: frames of zeros are appended to the input, and a Conv2dTranspose of height 1, which can crop unlike amounts at both ends, keeps torch's window. pad_mode='same' is right only where padding is 0 and output_padding is stride - dilation * (kernel_size - 1) - 1.",
  source: 'Measured: zero-padding the output equals torch for 175 of 942 configurations with output_padding.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, u, padding=u // 2 + u % 2, output_padding=u % 2)',
      after:
        "ms.nn.SequentialCell(ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(h, h, (1, k), (1, u), pad_mode='pad', padding=(0, 0, u // 2 + u % 2, u // 2 + u % 2 - u % 2), has_bias=True), ms.nn.Flatten(2, 3))",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, k, u, p, u - 1)',
      after:
        "ms.nn.SequentialCell(ms.nn.ConstantPad1d((0, 1), 0.0), ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(h, h, (1, k), (1, u), pad_mode='pad', padding=(0, 0, p, p - (u - 1) + u), has_bias=True), ms.nn.Flatten(2, 3))",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, 5, 3, 2, 2)',
      after:
        "ms.nn.SequentialCell(ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(h, h, (1, 5), (1, 3), pad_mode='pad', padding=(0, 0, 2, 0), has_bias=True), ms.nn.Flatten(2, 3))",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, k, u, output_padding=u - k)',
      after: "ms.nn.Conv1dTranspose(h, h, k, u, pad_mode='same', has_bias=True)",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, k, u, padding=u // 2, output_padding=0)',
      after: "ms.nn.Conv1dTranspose(h, h, k, u, pad_mode='pad', padding=u // 2, has_bias=True)",
    },
  ],
  invalid: [
    { call: 'nn.ConvTranspose1d(h, h, 4, 2, output_padding=2)', code: 'TSP208' },
    { call: 'nn.ConvTranspose1d(h, h, k, u, padding=u // 2, output_padding=next_size())', code: 'TSP207' },
    { call: 'nn.ConvTranspose1d(h, h, k, u, output_padding=[1, 1])', code: 'TSP205' },
  ],
  map(given, call) {
    if (!given) return absent
    if (isZero(given.value)) return drop({ id: 'output-padding.zero' })
    const scalar = passScalar(given, call, 'output_padding')
    return scalar.kind === 'refuse' ? scalar : { kind: 'compose' }
  },
}
