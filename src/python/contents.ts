import { carriedBy } from './carried.ts'
import { getattrValues, isOtherCall } from './getattr.ts'
import type { Node } from './node.ts'
import { returnedNodes } from './returned.ts'
import { chosen, hasSplat, type Literal, type Path, pouredIn, type Step } from './tables.ts'
import { certainName, distinct, followed, type Home, local, unknown, type Value } from './value.ts'

/** How far what makes a table out of another one is gone back. */
const deepest = 6

/** What `table[key]` may be. */
export function itemValues(node: Node, home: Home): readonly Value[] {
  const object = node.child('value')
  const [key, ...others] = node.childrenOf('subscript')
  if (!object) return [unknown]
  const one = others.length === 0 ? key : undefined
  const owner = one ? ownerOfNames(object, home) : null
  if (owner && one) return getattrValues(owner, one, home)
  return partValues(object, home, [one ? { key: one, reader: home } : 'any'])
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

/** What the part of an expression's value to which the path leads may be, of tuples, lists and dictionaries that stand in the program. */
export function partValues(node: Node, home: Home, path: Path, depth = deepest): readonly Value[] {
  if (path.length === 0) return home.values(node)
  if (depth === 0) return [unknown]
  const isOutermost = asked === null
  asked ??= new Map()
  const answers = asked.get(node) ?? new Map<string, readonly Value[]>()
  asked.set(node, answers)
  const question = `${depth} ${path.map(keyOf).join(' ')}`
  try {
    const values = answers.get(question) ?? distinct(partsOf(node, home, path, depth))
    answers.set(question, values)
    return values
  } finally {
    if (isOutermost) asked = null
  }
}

/** What the open question has come by: tables that name each other would be gone through again and again. */
let asked: Map<Node, Map<string, readonly Value[]>> | null = null

function keyOf(step: Step): string {
  return typeof step === 'object' ? `[${step.key.start}]` : `${step}`
}

function partsOf(node: Node, home: Home, path: Path, depth: number): readonly Value[] {
  const carried = carriedBy(node, home, path)
  if (carried) return carried.flatMap(([part, way]) => partValues(part, home, way, depth - 1))
  const values = followed(node, home)
  const parts = values.flatMap(value => partOfValue(value, { node, home }, path, depth - 1))
  return [...parts, ...addedValues(node, home, path, depth - 1), ...(mayChange(values, node, home) ? [unknown] : [])]
}

/** Whether what the expression names is handed on, and is no tuple: others may put something else into it. */
function mayChange(values: readonly Value[], node: Node, home: Home): boolean {
  const isTable = ({ node: table }: Literal) => !/^(tuple|expression_list)$/.test(table.type)
  return values.some(value => value.kind === 'literal' && isTable(value)) && home.changes(node).isHandedOn
}

/** What a table holds, and what is put into it later. */
export function heldBy(table: Literal): readonly Value[] {
  return partOfValue(table, null, ['any'], deepest)
}

/** An expression, and the module in which it stands. */
interface Place {
  readonly node: Node
  readonly home: Home
}

function partOfValue(value: Value, named: Place | null, path: Path, depth: number): readonly Value[] {
  if (value.kind !== 'literal') return [value.kind === 'local' || value.kind === 'string' ? local : unknown]
  const parts = [...partOf(value, path, depth), ...addedElsewhere(value, named, path, depth)]
  return value.home === named?.home ? parts : parts.flatMap(part => value.home.follow(part))
}

function partOf(table: Literal, path: Path, depth: number): readonly Value[] {
  const { node, home } = table
  const [step = 'any', ...rest] = path
  const items = chosen(table, step).flatMap(item => partValues(item, home, rest, depth))
  const poured = pouredIn(node).flatMap(part => pouredValues(part, table, path, depth))
  const isOpen = hasSplat(node) || node.type === 'argument_list'
  return [...items, ...poured, ...(isOpen ? [unknown] : [])]
}

/** What a table has from another one that was poured into it: in other places if it is a list, by pairs if it makes a dictionary. */
function pouredValues(part: Node, { node, home }: Literal, path: Path, depth: number): readonly Value[] {
  const [step = 'any', ...rest] = path
  const same = partValues(part, home, [typeof step === 'number' ? 'each' : step, ...rest], depth)
  if (node.type !== 'argument_list' || step === 'each') return same.filter(isTold)
  const paired = partValues(part, home, ['each', 1, ...rest], depth)
  return [...same, ...paired, ...madeValues(part, home, rest, depth)].filter(isTold)
}

/** What the factory of a defaultdict makes. */
function madeValues(factory: Node, home: Home, path: Path, depth: number): readonly Value[] {
  return followed(factory, home).flatMap(value =>
    value.kind === 'function'
      ? returnedNodes(value.definition).flatMap(node => partValues(node, value.home, path, depth))
      : [],
  )
}

/** What the program puts into a table after it was made: items, or other tables. */
function addedValues(table: Node, home: Home, path: Path, depth: number): readonly Value[] {
  const { items, tables, isChanged } = home.changes(table)
  const added = [
    ...items.filter(item => !isOtherCall(item, home)).flatMap(item => partValues(item, home, path.slice(1), depth)),
    ...tables.flatMap(other => partValues(other, home, path, depth)).filter(isTold),
  ]
  return isChanged ? [...added, unknown] : added
}

/** What is put into a table by the name that it was first given, where that is another than the one it is known by. */
function addedElsewhere(table: Literal, named: Place | null, path: Path, depth: number): readonly Value[] {
  const first = targetOf(table)
  if (!first) return []
  const { home } = table
  const isSame = named?.home === home && home.text(first) === home.text(named.node)
  if (isSame) return []
  return [...addedValues(first, home, path, depth), ...(mayChange([table], first, home) ? [unknown] : [])]
}

/** The name that a table is assigned to where it stands, or where the call that makes it does. */
function targetOf({ node }: Literal): Node | null {
  const made = node.type === 'argument_list' ? node.parent : node
  return made?.field === 'right' && made.parent?.type === 'assignment' ? made.parent.child('left') : null
}

function isTold({ kind }: Value): boolean {
  return kind !== 'unknown' && kind !== 'local'
}
