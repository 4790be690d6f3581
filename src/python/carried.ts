import type { Node } from './node.ts'
import type { Path } from './tables.ts'
import { type Home, namesOf } from './value.ts'

type Carried = readonly (readonly [Node, Path])[]

/** Of what other expressions a part of an expression's value is a part, as of `zip(a, b)`, `table.items()`, `table[1:]`; null for any other. */
export function carriedBy(node: Node, home: Home, path: Path): Carried | null {
  return node.type === 'call' ? handedBack(node, home, path) : slicedBy(node, path)
}

function handedBack(call: Node, home: Home, path: Path): Carried | null {
  const callee = call.child('function')
  const object = callee?.type === 'attribute' ? callee.child('object') : null
  const method = callee?.child('attribute')
  const given = call.child('arguments')?.parts ?? []
  if (!callee) return null
  if (object && method && given.length === 0) {
    const carry = methods.get(home.text(method))
    if (carry) return carry([object], path)
  }
  const carry = namesOf(home.values(callee)).flatMap(name => functions.get(name) ?? [])[0]
  const isPlain = given.every(part => part.type !== 'list_splat')
  return carry && isPlain
    ? carry(
        given.filter(part => part.type !== 'keyword_argument'),
        path,
      )
    : null
}

/** A slice of a table holds some of its items. */
function slicedBy(node: Node, [step, ...rest]: Path): Carried | null {
  const object = node.type === 'subscript' ? node.child('value') : null
  if (!object || !node.childrenOf('subscript').some(({ type }) => type === 'slice')) return null
  return [[object, [step === 'each' ? step : 'any', ...rest]]]
}

type Carry = (given: readonly Node[], path: Path) => Carried

const whole: Carry = (given, path) => given.slice(0, 1).map(part => [part, path] as const)

const items: Carry = ([table], [, place, ...rest]) => {
  if (!table || (place !== 0 && place !== 1)) return []
  return [[table, [place === 0 ? 'each' : 'value', ...rest]]]
}

const values: Carry = ([table], [, ...rest]) => (table ? [[table, ['value', ...rest]]] : [])

const enumerate: Carry = ([iterable], [, place, ...rest]) =>
  iterable && place === 1 ? [[iterable, ['each', ...rest]]] : []

const zip: Carry = (given, [, place, ...rest]) => {
  const part = typeof place === 'number' ? given[place] : undefined
  return part ? [[part, ['each', ...rest]]] : []
}

const chain: Carry = (given, path) => given.map(part => [part, path] as const)

const next: Carry = ([iterable], path) => (iterable ? [[iterable, ['each', ...path]]] : [])

const methods: ReadonlyMap<string, Carry> = new Map([
  ['items', items],
  ['values', values],
  ['copy', whole],
])

const functions: ReadonlyMap<string, Carry> = new Map([
  ...['reversed', 'list', 'tuple', 'sorted', 'iter', 'set', 'copy.copy', 'copy.deepcopy'].map(
    name => [name, whole] as const,
  ),
  ['enumerate', enumerate],
  ['zip', zip],
  ['itertools.zip_longest', zip],
  ['itertools.product', zip],
  ['itertools.chain', chain],
  ['next', next],
])
