import { Facts } from './facts.ts'
import { Polynomial } from './polynomial.ts'
import { Symbols } from './symbols.ts'
import type { TorchLayer } from './window.ts'

/**
 * What holds wherever torch builds the layer and runs it without raising (measured; fixtures/goldens): sizes of at least 1,
 * padding >= 0 and 0 <= output_padding < max(stride, dilation). Where torch raises there is nothing to be equal to.
 */
export function torchFacts(layer: TorchLayer): Facts {
  const facts = new Facts(isNonNegative => new Symbols(isNonNegative))
  const { symbols } = facts
  const one = Polynomial.one
  for (const name of ['kernel_size', 'stride', 'dilation', 'groups', 'in_channels', 'out_channels'] as const) {
    const size = symbols.integer(layer[name])
    if (size) facts.add(size.minus(one), `${name} >= 1`)
  }
  const padding = symbols.integer(layer.padding)
  const more = symbols.integer(layer.output_padding)
  const stride = symbols.integer(layer.stride)
  if (padding) facts.add(padding, 'padding >= 0')
  if (more) facts.add(more, 'output_padding >= 0')
  if (more && stride && symbols.integer(layer.dilation)?.constant === 1n)
    facts.add(stride.minus(one).minus(more), 'output_padding < stride')
  if (stride) facts.scaleMaximaBy(stride)
  return facts
}
