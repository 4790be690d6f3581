import type { Node } from './node.ts'
import type { Bound } from './scope.ts'

/** A name that is given something; an attribute or subscript where `bound` is null. */
export interface Target {
  readonly node: Node
  readonly bound: Bound | null
}

/**
 * The names and places that a target gives a value, in the order of the text. `value` is the expression that a single
 * name gets; null where the name gets a part of `source`.
 */
export function targetsOf(node: Node | null, value: Node | null, source: Node | null = value): readonly Target[] {
  if (!node) return []
  if (node.type === 'identifier')
    return [{ node, bound: value ? { kind: 'expression', value } : { kind: 'target', source } }]
  if (isPlace(node)) return [{ node, bound: null }]
  const single = node.type === 'parenthesized_expression' || node.type === 'as_pattern_target'
  const items = itemsFor(node, value)
  return node.parts.flatMap((part, index) =>
    targetsOf(part, single ? value : (items?.[index] ?? null), items?.[index] ?? source),
  )
}

/** What `for … in iterable` gives a value. */
export function loopTargets(node: Node | null, iterable: Node | null): readonly Target[] {
  if (node?.type === 'identifier' && iterable) return [{ node, bound: { kind: 'each', iterable } }]
  return targetsOf(node, null, iterable)
}

/** What `del …` takes away. */
export function deletedTargets(statement: Node): readonly Target[] {
  return statement.parts
    .flatMap(flatten)
    .flatMap(node => (node.type === 'identifier' ? [{ node, bound: { kind: 'deleted' } }] : targetsOf(node, null)))
}

function isPlace({ type }: Node): boolean {
  return type === 'attribute' || type === 'subscript'
}

/** The items of a tuple or list that a pattern of as many names takes apart; null where they do not stand there one by one. */
function itemsFor(pattern: Node, value: Node | null): readonly Node[] | null {
  if (!value || !/^(expression_list|tuple|list)$/.test(value.type)) return null
  if (value.parts.length !== pattern.parts.length) return null
  return [...value.parts, ...pattern.parts].some(part => /splat/.test(part.type)) ? null : value.parts
}

function flatten(node: Node): readonly Node[] {
  const listing = /^(expression_list|tuple|list|parenthesized_expression|pattern_list|tuple_pattern|list_pattern)$/
  return listing.test(node.type) ? node.parts.flatMap(flatten) : [node]
}
