import { Polynomial } from '../../src/kernel/polynomial.ts'
import { torchFacts } from '../../src/kernel/torch_facts.ts'
import type { TorchLayer } from '../../src/kernel/window.ts'
import type { TorchCall } from '../../src/mapping/api.ts'
import type { Composed } from '../../src/mapping/recipe.ts'
import type { CallView, Given, Outcome } from '../../src/mapping/rule.ts'
import { type Atom, atomsOf, isPure } from '../../src/python/expression.ts'
import { isZero } from './constant.ts'
import { frames } from './frames.ts'
import { lifted, sameMode } from './lifted.ts'
import { torchLayer } from './torch_layer.ts'

/** How a call with an output_padding that is not evidently 0 is written; or why it cannot be. */
export function compose(original: TorchCall, outcomes: ReadonlyMap<string, Outcome>, view: CallView): Composed {
  const output_padding = view.given('output_padding')
  if (!output_padding) throw new Error('compose is for calls with output_padding')
  const padding = view.given('padding')
  const stride = view.given('stride')
  const layer = torchLayer(original.arguments, original.reader.read)
  if (isSame(layer) && mayBeCopied(output_padding, original, view)) return sameMode(outcomes, view)
  const twice = [output_padding, padding, stride].find(given => given && !mayBeCopied(given, original, view))
  if (twice)
    return { code: 'TSP207', parameter: twice.argument.parameter, note: { id: 'argument.twice', value: twice.text } }
  return lifted(outcomes, view, frames(layer, { padding, output_padding, stride }))
}

function isSame(layer: TorchLayer): boolean {
  if (!isZero(layer.padding)) return false
  const { symbols } = torchFacts(layer)
  const [more, stride, dilation, kernel_size] = [
    layer.output_padding,
    layer.stride,
    layer.dilation,
    layer.kernel_size,
  ].map(size => symbols.integer(size))
  if (!more || !stride || !dilation || !kernel_size) return false
  const reach = dilation.times(kernel_size.minus(Polynomial.one)).plus(Polynomial.one)
  return more.equals(stride.minus(reach))
}

/** Reading an argument at a second place gives the same; beside a call, which may change anything, only of settled names. */
function mayBeCopied(given: Given, { arguments: bound, reader }: TorchCall, view: CallView): boolean {
  const calm = [...bound.values()].every(({ value }) => isPure(reader.read(value)))
  const atoms = atomsOf(given.value)
  return atoms.every(atom => atom.pure && (calm || isSettled(atom, view)))
}

function isSettled({ node }: Atom, view: CallView): boolean {
  return node.type === 'identifier' && view.isSettled(node)
}
