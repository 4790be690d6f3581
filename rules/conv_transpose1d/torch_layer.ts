import type { TorchLayer } from '../../src/kernel/window.ts'
import type { Argument } from '../../src/mapping/bind.ts'
import type { Expression } from '../../src/python/expression.ts'
import type { Node } from '../../src/python/node.ts'
import { scalarOf } from './scalar.ts'
import { torchConvTranspose1d } from './signatures.ts'

/** The layer that a bound call makes in torch, with every default filled in. */
export function torchLayer(bound: ReadonlyMap<string, Argument>, read: (node: Node) => Expression): TorchLayer {
  const raw = (name: string): Expression => {
    const argument = bound.get(name)
    const parameter = torchConvTranspose1d.parameters.find(each => each.name === name)
    return argument ? read(argument.value) : (parameter?.default ?? { kind: 'none' })
  }
  const size = (name: string) => scalarOf(raw(name))
  return {
    layer: 'torch.nn.ConvTranspose1d',
    in_channels: size('in_channels'),
    out_channels: size('out_channels'),
    kernel_size: size('kernel_size'),
    stride: size('stride'),
    padding: size('padding'),
    output_padding: size('output_padding'),
    groups: size('groups'),
    bias: raw('bias'),
    dilation: size('dilation'),
  }
}
