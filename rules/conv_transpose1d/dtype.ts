import { absent, drop, type ParameterRule, refuse, refuseEverywhere } from '../../src/mapping/rule.ts'

/** The dtypes for which both frameworks have a kernel on the CPU; torch.half and torch.float are other names of two. */
export const dtypes: ReadonlyMap<string, string> = new Map([
  ['torch.float16', 'float16'],
  ['torch.half', 'float16'],
  ['torch.bfloat16', 'bfloat16'],
  ['torch.float32', 'float32'],
  ['torch.float', 'float32'],
])

export const dtype: ParameterRule = {
  parameter: 'dtype',
  counterpart: 'dtype',
  explanation:
    "torch.float16, torch.bfloat16 and torch.float32 have a counterpart in MindSpore. float64 has no kernel there, and a dtype that is only known when the program runs is torch's. None is dropped, since MindSpore raises ValueError for it; its default is float32. MindSpore 2.0 has no dtype at all.",
  source: 'Measured on MindSpore 2.0.0, 2.7.0 and 2.10.0.',
  valid: [
    {
      before: 'nn.ConvTranspose1d(h, h, k, dtype=torch.float16)',
      after: "ms.nn.Conv1dTranspose(h, h, k, dtype=ms.float16, pad_mode='pad', has_bias=True)",
    },
    {
      before: 'nn.ConvTranspose1d(h, h, k, dtype=None)',
      after: "ms.nn.Conv1dTranspose(h, h, k, pad_mode='pad', has_bias=True)",
    },
  ],
  invalid: [
    { call: 'nn.ConvTranspose1d(h, h, k, dtype=torch.float64)', code: 'TSP204' },
    { call: 'nn.ConvTranspose1d(h, h, k, dtype=dtype)', code: 'TSP204' },
  ],
  map(given, { mindsporeVersion, path }) {
    if (!given) return absent
    if (given.value.kind === 'none') return drop({ id: 'dtype.none' })
    if (/^2\.0(\.|$)/.test(mindsporeVersion))
      return refuseEverywhere('TSP204', { id: 'dtype.too-old', version: mindsporeVersion })
    const from = path(given.argument.value)
    const to = from && dtypes.get(from)
    if (from && !to) return refuseEverywhere('TSP204', { id: 'dtype.blocks', value: given.text })
    if (!to) return refuse('TSP204', { id: 'dtype.blocks', value: given.text })
    const notes = [{ id: 'dtype.mapped', from: given.text, to: `ms.${to}` }] as const
    return { kind: 'pass', keyword: 'dtype', value: { kind: 'text', text: `{ms}.${to}` }, before: [], notes }
  },
}
