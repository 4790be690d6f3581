import type { SymbolicPipeline, TorchLayer } from '../../src/kernel/window.ts'
import type { Named } from '../../src/mapping/api.ts'
import { printQuoted } from '../../src/mapping/quote.ts'
import { absent, type CallView, type Outcome, pass } from '../../src/mapping/rule.ts'
import type { Signature } from '../../src/mapping/signature.ts'
import type { Expression } from '../../src/python/expression.ts'
import { printFormula } from '../../src/python/print_expression.ts'
import { bias } from './bias.ts'
import { constant } from './constant.ts'
import { device } from './device.ts'
import { groups } from './groups.ts'
import { output_padding } from './output_padding.ts'
import { padding_mode } from './padding_mode.ts'
import { mindsporeConv1dTranspose, torchConvTranspose1d } from './signatures.ts'

/** A class that half-made ports call; mindspore.nn has none of that name (AttributeError on 2.0.0, 2.7.0 and 2.10.0). */
export const misnamed: Named = { name: 'ConvTranspose1d', paths: new Set(['mindspore.nn.ConvTranspose1d']) }

export const counterpart: Named = { name: 'Conv1dTranspose', paths: new Set([mindsporeConv1dTranspose.path]) }

/** Parameters that only torch has, with the rules that say what becomes of them. */
const torchOnly = [groups, bias, padding_mode, output_padding, device]

/** MindSpore's signature with the keywords of torch's that a half-made port still uses. */
export const mixedSignature: Signature = {
  path: mindsporeConv1dTranspose.path,
  parameters: [
    ...mindsporeConv1dTranspose.parameters,
    ...torchConvTranspose1d.parameters.filter(({ name }) => torchOnly.some(({ parameter }) => parameter === name)),
  ],
}

/** What becomes of torch's keywords on MindSpore's class; everything else stays. Null where none is given. */
export function translateKeywords(view: CallView): ReadonlyMap<string, Outcome> | null {
  const given = torchOnly.filter(({ parameter }) => view.given(parameter))
  if (given.length === 0) return null
  return new Map(given.map(rule => [rule.parameter, rule.map(view.given(rule.parameter), view)]))
}

/** Every argument of a call of MindSpore's by its name behind stride, with today's defaults written out; null where that is so already. */
export function nameEverything(view: CallView): ReadonlyMap<string, Outcome> | null {
  const named = mindsporeConv1dTranspose.parameters.slice(4).map(({ name }): readonly [string, Outcome] => {
    if (view.given(name)) return [name, pass(name)]
    const text = name === 'pad_mode' ? printQuoted('same', view.quote) : name === 'has_bias' ? 'False' : null
    return [name, text === null ? absent : { kind: 'add', arguments: [`${name}=${text}`], notes: [] }]
  })
  const adds = named.some(([, outcome]) => outcome.kind === 'add')
  const positional = named.some(([name]) => view.given(name)?.argument.name === null)
  return adds || positional ? new Map(named) : null
}

/** torch's layer of the same sizes without padding, with which 'same' and 'valid' are compared; null for another pad_mode. */
export function unpadded([layer]: SymbolicPipeline): {
  readonly torch: TorchLayer
  readonly mode: 'same' | 'valid'
  readonly shift: string
} | null {
  if (layer?.layer !== 'mindspore.nn.Conv1dTranspose' || layer.pad_mode === 'pad') return null
  const { group, has_bias, pad_mode: mode, ...sizes } = layer
  const zero = { kind: 'int', value: 0n } as const
  const torch: TorchLayer = {
    ...sizes,
    layer: 'torch.nn.ConvTranspose1d',
    padding: zero,
    output_padding: zero,
    groups: group,
    bias: has_bias,
  }
  return { torch, mode, shift: mode === 'same' ? shiftOf(layer.kernel_size, layer.stride, layer.dilation) : '0' }
}

/** floor(max(0, dilation·(kernel_size - 1) + 1 - stride) / 2), the samples that 'same' crops at the front. */
function shiftOf(kernel_size: Expression, stride: Expression, dilation: Expression): string {
  const [k, s, d] = [constant(kernel_size), constant(stride), constant(dilation)]
  if (k !== null && s !== null && d !== null) {
    const overlap = d * (k - 1n) + 1n - s
    return String(overlap > 0n ? overlap / 2n : 0n)
  }
  const reach =
    d === 1n ? printFormula(kernel_size, 5) : `${printFormula(dilation, 7)}·(${printFormula(kernel_size, 5)} - 1) + 1`
  return `max(0, ${reach} - ${printFormula(stride, 6)})//2`
}
