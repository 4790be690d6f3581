import { partValues } from './contents.ts'
import { getattrValues } from './getattr.ts'
import type { Node } from './node.ts'
import { returnedValues } from './returned.ts'
import { readString } from './string_literal.ts'
import { hasSplat, isPlain, type Literal, pairsOf } from './tables.ts'
import { followed, type Home, namesOf, unknown, type Value } from './value.ts'

type Giver = (given: readonly Node[], home: Home, list: Node) => readonly Value[]

/** What a call may give: what one of Python's own functions gives, an item by `.get`, an object of a class, or what a function in view returns. */
export function callValues(node: Node, home: Home): readonly Value[] {
  const callee = node.child('function')
  const list = node.child('arguments')
  if (!callee || !list) return [unknown]
  const item = callee.type === 'attribute' ? methodValues(callee, list.parts, home) : null
  return item ?? followed(callee, home).flatMap(value => givenBy(value, list, home))
}

function givenBy(value: Value, list: Node, home: Home): readonly Value[] {
  const [giver] = namesOf([value]).flatMap(name => givers.get(name) ?? [])
  return giver ? giver(list.parts, home, list) : calledValues(value)
}

function calledValues(value: Value): readonly Value[] {
  if (value.kind === 'function') return returnedValues(value)
  return [value.kind === 'class' ? { kind: 'instance', of: value } : unknown]
}

const getattr: Giver = ([object, name, otherwise], home) => {
  if (!object || !name) return [unknown]
  return [...getattrValues(home.values(object), name, home), ...(otherwise ? home.values(otherwise) : [])]
}

const table: Giver = (_, home, list) => [{ kind: 'literal', node: list, home }]

const partial: Giver = ([wrapped], home) => [...(wrapped ? home.values(wrapped) : []), unknown]

const importModule: Giver = ([name, ...others], home) => {
  const path = name?.type === 'string' && others.length === 0 ? readString(home.text(name)) : null
  return [path === null || path.startsWith('.') ? unknown : { kind: 'path', path }]
}

/** `__import__('a.b')` gives `a`. */
const importTop: Giver = (given, home, list) =>
  importModule(given, home, list).map(value =>
    value.kind === 'path' ? { kind: 'path', path: value.path.split('.')[0] ?? '' } : value,
  )

const superclass: Giver = given => [given.length === 0 ? { kind: 'self' } : unknown]

const typeOf: Giver = ([object, ...others], home) => {
  if (!object || others.length > 0) return [unknown]
  return home.values(object).map(value => {
    if (value.kind === 'instance') return value.of
    return value.kind === 'self' ? value : unknown
  })
}

const copied: Giver = ([object], home) => (object ? home.values(object) : [unknown])

const next: Giver = ([iterable], home) => [...(iterable ? partValues(iterable, home, ['each']) : []), unknown]

const cast: Giver = ([, value], home) => (value ? home.values(value) : [unknown])

/** A field of a dataclass is what its default is, or what the default's factory gives. */
const field: Giver = (given, home) => {
  const named = (name: string) =>
    given.flatMap(part => (home.text(part.child('name') ?? part) === name ? (part.child('value') ?? []) : []))
  const made = named('default_factory').flatMap(factory => followed(factory, home).flatMap(calledValues))
  return [...named('default').flatMap(each => home.values(each)), ...made, unknown]
}

const tables = [
  ...['dict', 'list', 'tuple', 'collections.OrderedDict', 'collections.defaultdict', 'collections.ChainMap'],
  ...['collections.deque', 'types.MappingProxyType', 'types.SimpleNamespace', 'argparse.Namespace'],
]

const givers: ReadonlyMap<string, Giver> = new Map([
  ...tables.map(name => [name, table] as const),
  ['getattr', getattr],
  ['functools.partial', partial],
  ['importlib.import_module', importModule],
  ['__import__', importTop],
  ['super', superclass],
  ['type', typeOf],
  ['next', next],
  ['copy.copy', copied],
  ['copy.deepcopy', copied],
  ['typing.cast', cast],
  ['dataclasses.field', field],
])

/** What `.get`, `.pop`, `.setdefault` and `.copy` give of a table; null for any other method. */
function methodValues(callee: Node, [key, otherwise]: readonly Node[], home: Home): readonly Value[] | null {
  const object = callee.child('object')
  const method = callee.child('attribute')
  if (object && !key && method && home.text(method) === 'copy') return followed(object, home)
  if (!object || !method || !/^(get|pop|setdefault)$/.test(home.text(method)) || !key) return null
  const isFound = followed(object, home).every(value => value.kind === 'literal' && isSurelyFound(value, key))
  const fallback = otherwise && !isFound ? home.values(otherwise) : []
  return [...partValues(object, home, [{ key, reader: home }]), ...fallback]
}

/** Whether the table tells by itself what it has under the key, so that a fallback is not needed, or is. */
function isSurelyFound({ node }: Literal, key: Node): boolean {
  if (node.type !== 'dictionary' || !isPlain(key) || hasSplat(node)) return false
  return pairsOf(node).every(pair => isPlain(pair.child('key')))
}
