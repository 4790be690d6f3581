import type { MappingMessage } from '../../src/mapping/message.ts'
import { type CallView, type Given, type Outcome, refuse, same, wrapped } from '../../src/mapping/rule.ts'
import type { Expression } from '../../src/python/expression.ts'

/** An int by itself, out of the 1-tuple or 1-list that torch also takes. */
export function scalarOf(value: Expression): Expression {
  return (value.kind === 'sequence' && value.items.length === 1 && value.items[0]) || value
}

/** Whether a size evidently is of another type, whatever its names are. */
export function isNeverInt(value: Expression): boolean {
  if (value.kind === 'float' || value.kind === 'string' || value.kind === 'none') return true
  return value.kind === 'binary' && value.operator === '/'
}

/**
 * Passes a size on under `keyword`; a 1-tuple or 1-list is unwrapped, since MindSpore takes a Python int only (measured:
 * a tuple raises TypeError on 2.0.0, 2.7.0 and 2.10.0).
 */
export function passScalar(
  given: Given,
  call: CallView,
  keyword: string,
  ...notes: readonly MappingMessage[]
): Outcome {
  const { value, argument } = given
  if (value.kind === 'sequence') {
    const item = onlyItem(given)
    if (!item) return refuse('TSP205', { id: 'argument.not-scalar', value: given.text })
    const unwrapped: MappingMessage = { id: 'argument.unwrapped', value: given.text }
    return { kind: 'pass', keyword, value: wrapped('', '', item), before: [], notes: [unwrapped, ...notes] }
  }
  if (displays.has(argument.value.type)) return refuse('TSP205', { id: 'argument.not-scalar', value: given.text })
  if (call.mayBeTable(argument.value)) return refuse('TSP205', { id: 'argument.table', value: given.text })
  return { kind: 'pass', keyword, value: same, before: [], notes }
}

/** Texts of several values that are no tuple or list of ints, as `(*k,)`. */
const displays: ReadonlySet<string> = new Set(['tuple', 'list', 'dictionary', 'set'])

function onlyItem({ value, argument }: Given) {
  if (value.kind !== 'sequence' || value.items.length !== 1) return null
  let node = argument.value
  while (node.type === 'parenthesized_expression') node = node.parts[0] ?? node
  return node.parts[0] ?? null
}
