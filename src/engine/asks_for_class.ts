import type { Api } from '../mapping/api.ts'
import { heldBy } from '../python/contents.ts'
import type { Node } from '../python/node.ts'
import { followed, type Home, type Value } from '../python/value.ts'
import { tellsApart } from './name_tests.ts'

/** Through how many tables the class is looked for. */
const deepest = 3

/** Whether an expression or pattern asks whether something is of torch's class, or looks something up by it; or may, by a text. */
export function asksForClass(node: Node, home: Home, api: Api): boolean {
  if (node.type === 'string') return tellsApart(node, home, api)
  if (node.type === 'case_pattern') return home.text(node).includes(api.name)
  const asked = askedOf(node, home, api).filter(({ type }) => naming.test(type))
  return asked.some(each => followed(each, home).some(value => holdsClass(value, api, deepest)))
}

/** Whether an expression looks something up by class in what another module has, where torch's class is. */
export function asksElsewhere(node: Node, home: Home, api: Api): boolean {
  const asked = askedOf(node, home, api).filter(({ type }) => /^(identifier|attribute)$/.test(type))
  const isElsewhere = (value: Value) => value.kind === 'literal' && value.home !== home
  return asked.some(each => followed(each, home).some(value => isElsewhere(value) && holdsClass(value, api, deepest)))
}

/** What can name a class, or hold classes. */
const naming =
  /^(identifier|attribute|subscript|tuple|list|set|call|binary_operator|parenthesized_expression|dictionary)$/

/** The expressions of classes, and tables by class. */
function askedOf(node: Node, home: Home, api: Api): readonly Node[] {
  switch (node.type) {
    case 'call':
      return askedByCall(node, home)
    case 'comparison_operator':
      return mayCompareClasses(home.text(node), api) ? node.parts : []
    case 'subscript':
      return takesClass(node.child('subscript'), home) ? node.parts.slice(0, 1) : []
    default:
      return []
  }
}

function askedByCall(call: Node, home: Home): readonly Node[] {
  const callee = call.child('function')
  const [first, second] = call.child('arguments')?.parts ?? []
  if (!callee || !first) return []
  const table = callee.type === 'attribute' && takesClass(first, home) ? callee.child('object') : null
  if (table) return [table]
  const name = home.text(callee)
  // The text first: what each callee is, would be looked up in other modules.
  return second && classTests.has(name) && home.isCertainly(callee, name) ? [second] : []
}

const classTests: ReadonlySet<string> = new Set(['isinstance', 'issubclass'])

/** Whether an expression is the class of an object, as `type(m)` is. */
function takesClass(node: Node | null, home: Home): boolean {
  return node !== null && /^(call|attribute)$/.test(node.type) && /^type\(|\.__class__$/.test(home.text(node))
}

/** Whether a comparison names the class, or asks for one: what all others compare would be looked up in other modules. */
function mayCompareClasses(text: string, { name }: Api): boolean {
  return text.includes(name) || /\b(type|cls|__class__)\b/.test(text)
}

function holdsClass(value: Value, api: Api, depth: number): boolean {
  if (value.kind !== 'literal') return value.kind === 'path' && api.paths.has(value.path)
  if (depth === 0) return false
  const keys = value.node.parts.flatMap(part => part.child('key') ?? [])
  if (keys.some(key => key.type === 'string' && tellsApart(key, value.home, api))) return true
  const held = [...heldBy(value), ...keys.flatMap(key => followed(key, value.home))]
  return held.some(each => holdsClass(each, api, depth - 1))
}
