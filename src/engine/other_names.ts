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

/** How often bindings are gone through: against the order of the text, a name may stand for another one. */
const mostPasses = 3

/** The names that stand for what was given or a part of it: bound to an expression with it inside, or parameters of inner functions. */
export function otherNames(nodes: readonly Node[], isPart: (node: Node) => boolean, home: Home): ReadonlySet<string> {
  const inner = nodes.filter(node => /^(lambda_)?parameters$/.test(node.type))
  const names = new Set(inner.flatMap(list => list.parts).map(part => home.text(part.child('name') ?? part)))
  const namesIn = (node: Node) => [...walk(node)].filter(({ type }) => type === 'identifier').map(home.text)
  const binders = nodes.flatMap(node => {
    const value = binding.test(node.type) ? (node.child('right') ?? node.child('value') ?? node.first) : null
    const target = node.child('left') ?? node.child('name') ?? node.child('alias') ?? node.lastChild
    if (!value || !target) return []
    return [{ hasPart: [...walk(value)].some(isPart), read: namesIn(value), bound: namesIn(target) }]
  })
  for (let pass = 0, before = -1; pass < mostPasses && before < names.size; pass++) {
    before = names.size
    for (const { hasPart, read, bound } of binders)
      if (hasPart || read.some(name => names.has(name))) for (const name of bound) names.add(name)
  }
  return names
}
