import type { Atom, Expression } from '../python/expression.ts'
import { Facts } from './facts.ts'
import { Polynomial } from './polynomial.ts'
import { Symbols } from './symbols.ts'
import type { TorchLayer } from './window.ts'

const sizes = ['kernel_size', 'stride', 'dilation', 'groups', 'in_channels', 'out_channels'] as const

/**
 * What holds wherever torch builds the layer and runs it without raising (measured; fixtures/goldens): sizes of at least 1,
 * padding >= 0 and 0 <= output_padding < max(stride, dilation). Where torch raises there is nothing to be equal to.
 */
export function torchFacts(layer: TorchLayer): Facts {
  const facts = new Facts(isNonNegative => new Symbols(isNonNegative))
  const { symbols } = facts
  const one = Polynomial.one
  for (const name of [...sizes, 'padding', 'output_padding'] as const)
    for (const atom of summands(layer[name])) symbols.ints.add(atom.key)
  for (const name of sizes) {
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

/** The atoms of plain arithmetic. If one were a float, the size would be one, and torch raises TypeError for that. */
function summands(expression: Expression): readonly Atom[] {
  if (expression.kind === 'atom') return [expression]
  if (expression.kind === 'unary') return expression.operator === 'not' ? [] : summands(expression.operand)
  if (expression.kind !== 'binary' || expression.operator === '**') return []
  return [...summands(expression.left), ...summands(expression.right)]
}
