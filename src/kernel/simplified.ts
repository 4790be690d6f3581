import type { Expression } from '../python/expression.ts'
import type { Layer } from './layer.ts'
import { Symbols } from './symbols.ts'
import type { SymbolicLayer, SymbolicPipeline, TorchLayer } from './window.ts'

/**
 * The two sides with fewer names to choose values for: where both say the same of the channels, one channel a group in and
 * out stands for any number; where both say the same of the bias, there is one.
 */
export function simplified(torch: TorchLayer, mindspore: SymbolicPipeline): readonly [TorchLayer, SymbolicPipeline] {
  const symbols = new Symbols()
  const key = (expression: Expression) => symbols.integer(expression)?.key ?? symbols.key(expression)
  const convolutions = [torch, ...mindspore].filter(layer => 'in_channels' in layer)
  const agree = (read: (layer: (typeof convolutions)[number]) => Expression) =>
    new Set(convolutions.map(layer => key(read(layer)))).size === 1
  const channels = agree(layer => layer.in_channels) && agree(layer => layer.out_channels) && agree(groupsOf)
  const { groups, bias } = torch
  const simple = channels ? { in_channels: groups, out_channels: groups } : {}
  const flag: Expression = agree(biasOf) ? { kind: 'bool', value: true } : bias
  const settle = (layer: SymbolicLayer): SymbolicLayer => {
    if (!('in_channels' in layer)) return layer
    return 'has_bias' in layer
      ? { ...layer, ...simple, ...(flag === bias ? {} : { has_bias: flag }) }
      : { ...layer, ...simple, bias: flag }
  }
  return [{ ...torch, ...simple, bias: flag }, mindspore.map(settle)]
}

type Convolution = Extract<Layer<Expression, Expression>, { readonly in_channels: Expression }>

function groupsOf(layer: Convolution): Expression {
  return 'groups' in layer ? layer.groups : layer.group
}

/** The flag itself, or what `bool(…)` is asked of. */
function biasOf(layer: Convolution): Expression {
  const flag = 'bias' in layer ? layer.bias : layer.has_bias
  const inside = flag.kind === 'call' && flag.function === 'bool' ? flag.arguments[0] : null
  return inside ?? flag
}
