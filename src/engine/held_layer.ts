import { type Node, walk } from '../python/node.ts'
import type { Home } from '../python/value.ts'
import { isListing } from './listing.ts'

/** A function, and its parameter for the layer or model. */
export interface Reader {
  readonly definition: Node
  readonly home: Home
  readonly parameter: string | null
  readonly isModel: boolean
}

/** What may be the layer in a function. */
export interface HeldLayer {
  /** The reads of the parameter. */
  readonly own: ReadonlySet<Node>
  /** Whether an expression may be the layer: what was given, an item of it, or what has the name of its attribute. */
  readonly isHeld: (node: Node) => boolean
}

/** The layer in the nodes of a function; `isUnder` tells of names of attributes whether they may be of the layer. */
export function heldLayer(nodes: readonly Node[], reader: Reader, isUnder: (name: string) => boolean): HeldLayer {
  const { home, parameter, isModel } = reader
  const own = new Set(nodes.filter(node => node.type === 'identifier' && home.text(node) === parameter))
  const isAttribute = (node: Node) => node.type === 'attribute' && isUnder(home.text(node.child('attribute') ?? node))
  const isPart = (node: Node) =>
    isListing(node, home) || isAttribute(node) || (own.has(node) && (!isModel || isTakenApart(node, home)))
  let others: ReadonlySet<string> | null = null
  const standsForIt = (name: string) => {
    others ??= otherNames(nodes, isPart, home)
    return others.has(name)
  }
  const isHeld = (node: Node): boolean => {
    if (node.type === 'subscript') return isHeld(node.child('value') ?? node.parts[0] ?? node)
    if (node.type === 'call') return isHeld(node.child('function') ?? node)
    if (node.type === 'attribute') return isAttribute(node)
    if (own.has(node)) return !isModel
    return node.type === 'identifier' && standsForIt(home.text(node))
  }
  return { own, isHeld }
}

/** Whether a model is taken apart there: looped over, indexed, asked for what has a name, or given to what may do so. */
function isTakenApart({ parent, field }: Node, home: Home): boolean {
  if (/^(subscript|list|tuple|keyword_argument)$/.test(parent?.type ?? '')) return true
  if (parent?.type === 'argument_list') return !looking.test(home.text(parent.parent?.first ?? parent))
  if (/^for_/.test(parent?.type ?? '') && field === 'right') return true
  return parent?.type === 'attribute' && parts.test(home.text(parent))
}

/** Functions that give no part of what they are given. */
const looking = /^(hasattr|isinstance|issubclass|len|print|super|id|type|str|repr)$/

const parts = /\.(_modules|__dict__|get_submodule|values|items)$/

const binding = /^(for_statement|for_in_clause|assignment|named_expression|as_pattern)$/

/** How often bindings are gone through: against the order of the text, a name may stand for another one. */
const mostPasses = 3

/** The names that stand for what was given or a part of it: bound to an expression with it inside, or parameters of inner functions. */
function otherNames(nodes: readonly Node[], isPart: (node: Node) => boolean, home: Home): ReadonlySet<string> {
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
