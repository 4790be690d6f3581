import type { Node } from './node.ts'
import type { Bound, Place } from './scope.ts'

/** A name that is given something; an attribute or subscript where `bound` is null. */
export interface Target {
  readonly node: Node
  readonly bound: Bound | null
}

/**
 * The names and places that a target gives a value, in the order of the text. `value` is the expression that a single
 * name gets; null where the name gets a part of `source`.
 */
export function targetsOf(node: Node | null, value: Node | null): readonly Target[] {
  return targetsIn(node, { value, source: value, path: [] })
}

/** What a target gets: a whole value where that stands there, else a part of `source`. */
interface Given {
  readonly value: Node | null
  readonly source: Node | null
  readonly path: readonly Place[]
}

function targetsIn(node: Node | null, given: Given): readonly Target[] {
  if (!node) return []
  const { value, source, path } = given
  if (node.type === 'identifier')
    return [{ node, bound: value ? { kind: 'expression', value } : { kind: 'part', source, path } }]
  if (isPlace(node)) return [{ node, bound: null }]
  if (node.type === 'parenthesized_expression' || node.type === 'as_pattern_target')
    return node.parts.flatMap(part => targetsIn(part, given))
  const items = itemsFor(node, value)
  const splat = node.parts.findIndex(({ type }) => /splat/.test(type))
  return node.parts.flatMap((part, index) => {
    const item = items?.[index]
    const isCounted = splat === -1 || index < splat
    return targetsIn(
      part,
      item
        ? { value: item, source: item, path: [] }
        : { value: null, source, path: [...path, isCounted ? index : 'any'] },
    )
  })
}

/** What `for … in iterable` gives a value. */
export function loopTargets(node: Node | null, iterable: Node | null): readonly Target[] {
  return targetsIn(node, { value: null, source: iterable, path: ['each'] })
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

/** What a target is assigned, where that stands there: by itself, or as one of as many. */
export function assignedValue(target: Node): Node | null {
  const { parent } = target
  if (parent?.type === 'assignment') return parent.child('right')
  if (parent?.parent?.type !== 'assignment' || parent.field !== 'left') return null
  return itemsFor(parent, parent.parent.child('right'))?.[parent.parts.indexOf(target)] ?? null
}
