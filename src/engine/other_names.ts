import { type Node, walk } from '../python/node.ts'
import type { Home } from '../python/value.ts'

/** Whether a model is taken apart there: looped over, indexed, or asked for what has a name. */
export function isTakenApart({ parent, field }: Node, home: Home): boolean {
  if (/^(subscript|list|tuple)$/.test(parent?.type ?? '') || (/^for_/.test(parent?.type ?? '') && field === 'right'))
    return true
  if (parent?.type === 'argument_list') return /^(getattr|vars)$/.test(home.text(parent.parent?.first ?? parent))
  return parent?.type === 'attribute' && /\.(_modules|__dict__|get_submodule)$/.test(home.text(parent))
}

const binding = /^(for_statement|for_in_clause|assignment|named_expression|as_pattern)$/

/** The names that stand for what was given or a part of it: bound to an expression with it inside, or parameters of inner functions. */
export function otherNames(nodes: readonly Node[], isPart: (node: Node) => boolean, home: Home): ReadonlySet<string> {
  const inner = nodes.filter(node => /^(lambda_)?parameters$/.test(node.type))
  const names = new Set(inner.flatMap(list => list.parts).map(part => home.text(part.child('name') ?? part)))
  const binders = nodes.filter(({ type }) => binding.test(type))
  if (binders.length === 0) return names
  let parts = nodes.filter(isPart)
  while (parts.length > 0) {
    const before = new Set(names)
    for (const binder of binders) {
      const value = binder.child('right') ?? binder.child('value') ?? binder.first
      const target = binder.child('left') ?? binder.child('name') ?? binder.child('alias') ?? binder.lastChild
      if (value && target && parts.some(({ start, end }) => value.start <= start && end <= value.end))
        for (const node of walk(target)) if (node.type === 'identifier') names.add(home.text(node))
    }
    const isNew = (node: Node) =>
      node.type === 'identifier' && names.has(home.text(node)) && !before.has(home.text(node))
    parts = nodes.filter(isNew)
  }
  return names
}
