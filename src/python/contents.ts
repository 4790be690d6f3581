import { type Node, walk } from './node.ts'
import { readString } from './string_literal.ts'
import type { Home, Value } from './value.ts'

/** What is asked of a resolver to look into tables and calls. */
export interface Asker extends Home {
  isCertainly(node: Node, name: string): boolean
  member(value: Value, name: string): readonly Value[]
  /** Whether the program adds to, or replaces items of, what the expression names. */
  isChanged(node: Node): boolean
  /** What is put into a list under a name after it was made. */
  added(node: Node): readonly Node[]
}

type Literal = Value & { readonly kind: 'literal' }

const unknown: Value = { kind: 'unknown' }
const local: Value = { kind: 'local' }

/** What an expression may be, past other modules. */
function followed(node: Node, home: Home): readonly Value[] {
  return home.values(node).flatMap(value => home.follow(value))
}

/** What `table[key]` may be, of tuples, lists and dictionaries that stand in the program. */
export function itemValues(node: Node, asker: Asker): readonly Value[] {
  const object = node.child('value')
  const keys = node.childrenOf('subscript')
  if (!object) return [unknown]
  return followed(object, asker).flatMap(value => {
    if (value.kind !== 'literal') return [value.kind === 'local' ? local : unknown]
    const items = chosen(value, keys.length === 1 ? keys[0] : undefined, asker)
    const isOpen = asker.isChanged(object) || hasSplat(value.node)
    const added = asker.added(object).flatMap(item => asker.values(item))
    return [...items.flatMap(item => followed(item, value.home)), ...added, ...(isOpen ? [unknown] : [])]
  })
}

/** What something made of tuples, lists and dictionaries may hold, however deep: for targets that take it apart. */
export function heldValues(node: Node, asker: Asker, steps = 4): readonly Value[] {
  if (steps === 0) return []
  const callee = node.type === 'call' ? node.child('function') : null
  const parts = callee ? carried(callee, node, asker) : []
  const inside = asker.values(node).flatMap(value => (value.kind === 'literal' ? allItems(value.node) : []))
  return [...parts, ...inside, ...asker.added(node)].flatMap(part => [
    ...asker.values(part).filter(value => value.kind === 'path' || value.kind === 'relative'),
    ...heldValues(part, asker, steps - 1),
  ])
}

/** What a call hands on of what it is given: `zip(a, b)`, `table.items()`. */
function carried(callee: Node, call: Node, asker: Asker): readonly Node[] {
  const object = callee.type === 'attribute' ? callee.child('object') : null
  const method = callee.child('attribute')
  if (object && method && /^(items|values)$/.test(asker.text(method))) return [object]
  const passing = ['zip', 'enumerate', 'reversed', 'list', 'tuple', 'sorted', 'iter']
  return passing.some(name => asker.isCertainly(callee, name)) ? (call.child('arguments')?.parts ?? []) : []
}

/** What each item of an iterable may be. */
export function eachValue(iterable: Node, asker: Asker): readonly Value[] {
  const values = asker.values(iterable)
  const [only] = values
  if (values.length === 1 && only?.kind === 'literal' && only.node.type !== 'dictionary')
    return allItems(only.node).flatMap(item => asker.values(item))
  return [local, ...heldValues(iterable, asker)]
}

/** What a tuple, list or dictionary holds. */
export function allItems(table: Node): readonly Node[] {
  if (table.type === 'argument_list') return table.parts.flatMap(part => part.child('value') ?? [])
  if (table.type !== 'dictionary') return table.parts
  return table.parts.flatMap(pair => pair.child('value') ?? [])
}

function pairsOf(table: Node): readonly Node[] {
  return table.parts.filter(part => part.type === 'pair')
}

/** Whether a key is a literal whose text tells it from others. */
function isPlain(key: Node | null): boolean {
  return key !== null && /^(string|integer|true|false|none)$/.test(key.type)
}

/** Whether the table also holds what another one holds. */
function hasSplat(table: Node): boolean {
  return table.parts.some(part => /splat/.test(part.type))
}

function chosen({ node: table, home }: Literal, key: Node | undefined, asker: Asker): readonly Node[] {
  if (!key || hasSplat(table)) return allItems(table)
  if (table.type !== 'dictionary') {
    const index = /^-?\d+$/.test(asker.text(key)) ? Number(asker.text(key)) : null
    const item = index === null ? undefined : table.parts.at(index)
    return item ? [item] : allItems(table)
  }
  const plain = (node: Node | null | undefined, where: Home = home) => (node && isPlain(node) ? where.text(node) : null)
  const same = (a: string, b: string) => a === b || (readString(a) !== null && readString(a) === readString(b))
  const text = plain(key, asker)
  const pairs = pairsOf(table)
  if (text === null || pairs.some(pair => plain(pair.child('key')) === null)) return allItems(table)
  const found = pairs.findLast(pair => same(plain(pair.child('key')) ?? '', text))?.child('value')
  return found ? [found] : []
}

/** What a call may give: a member by `getattr`, an item by `.get`, what `partial` wraps, or what a function of this module returns. */
export function callValues(node: Node, asker: Asker): readonly Value[] {
  const callee = node.child('function')
  const given = node.child('arguments')?.parts ?? []
  if (!callee) return [unknown]
  if (asker.isCertainly(callee, 'getattr')) return getattrValues(given, asker)
  const list = node.child('arguments')
  if (list && asker.isCertainly(callee, 'dict') && given.every(part => part.type === 'keyword_argument'))
    return [{ kind: 'literal', node: list, home: asker }]
  if (asker.isCertainly(callee, 'functools.partial')) return [...(given[0] ? asker.values(given[0]) : []), unknown]
  if (callee.type === 'attribute') return methodValues(callee, given, asker)
  return followed(callee, asker).flatMap(value => (value.kind === 'function' ? returned(value) : [unknown]))
}

function methodValues(callee: Node, [key, otherwise]: readonly Node[], asker: Asker): readonly Value[] {
  const object = callee.child('object')
  const method = callee.child('attribute')
  if (!object || !method || asker.text(method) !== 'get' || !key) return [unknown]
  return followed(object, asker).flatMap(value => {
    if (value.kind !== 'literal' || value.node.type !== 'dictionary') return [unknown]
    const items = chosen(value, key, asker)
    const isFound = items.length === 1 && isPlain(key) && pairsOf(value.node).every(pair => isPlain(pair.child('key')))
    const fallback = otherwise && !isFound ? [otherwise] : []
    const isOpen = asker.isChanged(object) || hasSplat(value.node)
    const found = items.flatMap(item => followed(item, value.home))
    return [...found, ...fallback.flatMap(item => asker.values(item)), ...(isOpen ? [unknown] : [])]
  })
}

/** `getattr(nn, 'Name')`; of an f-string, every member whose name its fixed parts allow is possible. */
function getattrValues([object, name, otherwise]: readonly Node[], asker: Asker): readonly Value[] {
  if (!object || !name) return [unknown]
  const fallback = otherwise ? asker.values(otherwise) : []
  const literal = name.type === 'string' ? readString(asker.text(name)) : null
  if (literal !== null) return [...asker.values(object).flatMap(value => asker.member(value, literal)), ...fallback]
  const pattern = patternOf(name, asker)
  return [...asker.values(object).map((value): Value => ({ kind: 'member', of: value, pattern })), ...fallback]
}

/** A regular expression for the names that an expression can give. */
function patternOf(name: Node, asker: Asker): RegExp {
  if (name.type !== 'string') return /^/
  const fixed = name.children.map(part => {
    if (part.type === 'interpolation') return '\\w*'
    return part.type === 'string_content' ? asker.text(part).replace(/[^\w]/g, '\\$&') : ''
  })
  return new RegExp(`^${fixed.join('')}$`)
}

/** What the function's return statements give; unknown for what is decorated, a generator or a coroutine, or does more. */
function returned({ definition, home }: Value & { readonly kind: 'function' }): readonly Value[] {
  const body = definition.child('body')
  if (!body || definition.has('async') || [...walk(body)].some(node => node.type === 'yield')) return [unknown]
  const values = returnedNodes(definition).flatMap(node => followed(node, home))
  if (definition.parent?.type === 'decorated_definition') return [...values, unknown]
  // A call that does more than return something cannot be left out.
  return body.parts.every(isQuiet) ? values : [...values, unknown]
}

function isQuiet(statement: Node): boolean {
  const calls = [...walk(statement)].some(node => node.type === 'call')
  return !calls && /^(return_statement|if_statement|pass_statement|expression_statement)$/.test(statement.type)
}

/** The expressions that a function returns. */
export function returnedNodes(definition: Node): readonly Node[] {
  const body = definition.child('body')
  const statements = body ? [...walk(body)].filter(node => node.type === 'return_statement') : []
  const own = statements.filter(node => node.within('function_definition', 'lambda') === definition)
  return own.flatMap(statement => statement.parts[0] ?? [])
}
