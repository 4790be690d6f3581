import { getattrValues } from './getattr.ts'
import type { Node } from './node.ts'
import { returnedNodes } from './returned.ts'
import { allItems, chosen, hasSplat, type Literal, pouredIn } from './tables.ts'
import { certainName, followed, type Home, local, unknown, type Value } from './value.ts'

/** What `table[key]` may be, of tuples, lists and dictionaries that stand in the program. */
export function itemValues(node: Node, home: Home): readonly Value[] {
  const object = node.child('value')
  const [key, ...others] = node.childrenOf('subscript')
  if (!object) return [unknown]
  const one = others.length === 0 ? key : undefined
  const owner = one ? ownerOfNames(object, home) : null
  if (owner && one) return getattrValues(owner, one, home)
  const values = followed(object, home).flatMap(value => {
    if (value.kind === 'literal') return chosenValues(value, one, home)
    return [value.kind === 'local' ? local : unknown]
  })
  return [...values, ...addedValues(object, home)]
}

/** What a literal has under a key, which is read in `reader`. */
export function chosenValues(table: Literal, key: Node | undefined, reader: Home): readonly Value[] {
  const { node, home } = table
  const items = chosen(table, key, reader).flatMap(item => followed(item, home))
  const poured = pouredIn(node).flatMap(part => heldValues(part, home).flatMap(value => home.follow(value)))
  const isOpen = hasSplat(node) || node.type === 'argument_list'
  return [...items, ...poured, ...(isOpen ? [unknown] : [])]
}

/** What the program puts into a table after it was made. */
export function addedValues(table: Node, home: Home): readonly Value[] {
  const added = home.added(table).flatMap(item => [...home.values(item), ...heldValues(item, home)])
  return home.isChanged(table) ? [...added, unknown] : added
}

/** Of what the expression is the dictionary of names: `nn.__dict__`, `vars(nn)`, `globals()`. */
function ownerOfNames(object: Node, home: Home): readonly Value[] | null {
  const attribute = object.child('attribute')
  if (attribute && home.text(attribute) === '__dict__') return home.values(object.child('object') ?? object)
  const callee = object.type === 'call' ? object.child('function') : null
  const name = callee && certainName(home.values(callee))
  const [first] = object.child('arguments')?.parts ?? []
  if (name === 'vars' && first) return home.values(first)
  return name === 'globals' ? [{ kind: 'module', home }] : null
}

/** What something made of tuples, lists and dictionaries may hold, however deep: for targets that take it apart. */
export function heldValues(node: Node, home: Home, steps = 4): readonly Value[] {
  if (steps === 0) return []
  const callee = node.type === 'call' ? node.child('function') : null
  const parts = callee ? carried(callee, node, home) : []
  const inside = home.values(node).flatMap(insideOf)
  return [...parts, ...inside, ...home.added(node)].flatMap(part => [
    ...home.values(part).filter(value => value.kind === 'path' || value.kind === 'relative'),
    ...heldValues(part, home, steps - 1),
  ])
}

function insideOf(value: Value): readonly Node[] {
  if (value.kind === 'literal') return [...allItems(value.node), ...pouredIn(value.node)]
  return value.kind === 'function' && value.definition.type === 'lambda' ? returnedNodes(value.definition) : []
}

/** What a call hands on of what it is given: `zip(a, b)`, `table.items()`. */
function carried(callee: Node, call: Node, home: Home): readonly Node[] {
  const object = callee.type === 'attribute' ? callee.child('object') : null
  const method = callee.child('attribute')
  if (object && method && /^(items|values)$/.test(home.text(method))) return [object]
  const passing = /^(zip|enumerate|reversed|list|tuple|sorted|iter|next)$/
  return passing.test(certainName(home.values(callee)) ?? '') ? (call.child('arguments')?.parts ?? []) : []
}

/** What each item of an iterable may be. */
export function eachValue(iterable: Node, home: Home): readonly Value[] {
  const values = home.values(iterable)
  const [only] = values
  if (values.length === 1 && only?.kind === 'literal' && !/^(dictionary|argument_list)/.test(only.node.type))
    return allItems(only.node).flatMap(item => home.values(item))
  return [local, ...heldValues(iterable, home)]
}
