import type { Api } from '../mapping/api.ts'
import { type Node, walk } from '../python/node.ts'
import { attributesNamed } from '../python/nodes_of_type.ts'
import { namesOf } from '../python/value.ts'
import { asksElsewhere } from './asks_for_class.ts'
import { callsOf } from './calls_of.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Whether the reference is what isinstance or issubclass is asked about, alone, in a tuple or union of classes, or as a pattern. */
export function isClassTest(file: SourceFile, { node }: Reference): boolean {
  return node.type === 'dotted_name' ? isPatternAlone(node) : askedAbout(file, node).length > 0
}

/** Whether a class is compared with the reference or looked up by it, as in `type(m) is nn.ConvTranspose1d`; no class stands for both there. */
export function isTypeTest(file: SourceFile, { node }: Reference): boolean {
  if (node.type === 'dotted_name') return !isPatternAlone(node)
  if (isAnnotation(file, node)) return false
  if (node.field === 'key' || node.field === 'subscript' || node.within('decorator', 'comparison_operator')) return true
  const whole = outermost(node, /^(tuple|list|set|parenthesized_expression)$/)
  return usesOf(file, whole).some(use => use.parent?.type === 'comparison_operator')
}

/** Whether the node says of what type something is: an annotation, or an alias of one such as `Union[…]`. */
export function isAnnotation({ resolver }: SourceFile, node: Node): boolean {
  if (node.within('type')) return true
  const generic = node.field === 'subscript' ? node.parent?.child('value') : null
  return generic ? namesOf(resolver.values(generic)).some(name => generics.test(name)) : false
}

const generics = /^((typing|typing_extensions|collections\.abc)\.\w+|list|tuple|dict|set|frozenset|type)$/

/** A class test that cannot be rewritten, since it does not name the class itself. */
export interface OpenTest {
  readonly node: Node
  /** Whether a name in it may be the class or hold it; else it may be about whatever classes it is given. */
  readonly named: boolean
}

/** The class tests that ask by way of other names: parameters, targets of loops, tables. `aliases` may hold the class. */
export function openTests(
  file: SourceFile,
  tests: readonly Reference[],
  aliases: ReadonlySet<string>,
  api: Api,
): readonly OpenTest[] {
  const { resolver } = file
  const closed = new Set(tests.flatMap(({ node }) => [node, ...askedAbout(file, node)]))
  return [...callsOf(file, 'isinstance', 'issubclass'), ...askedForClass(file)].flatMap((node): readonly OpenTest[] => {
    const { parent } = node.parent?.type === 'attribute' ? node.parent : node
    const asking = parent?.type === 'argument_list' ? parent.parent : parent
    if (asking && asksElsewhere(asking, resolver, api)) return [{ node, named: true }]
    if (isLookup(file, node)) return [{ node, named: false }]
    const asked = askedOf(file, node).filter(each => !closed.has(each))
    const names = asked.flatMap(each => [...walk(each)]).filter(({ type }) => type === 'identifier')
    if (names.some(name => aliases.has(resolver.text(name)))) return [{ node, named: true }]
    return names.some(name => isGiven(file, name)) ? [{ node, named: false }] : []
  })
}

/** What isinstance and issubclass say is of the reference's class: their first arguments, and what a pattern matches. */
export function testedNodes(file: SourceFile, { node }: Reference): readonly Node[] {
  const asking = askedAbout(file, node).flatMap(asked => asked.within('call')?.child('arguments')?.parts[0] ?? [])
  const matched = node.type === 'dotted_name' ? node.within('match_statement')?.child('subject') : null
  return matched ? [...asking, matched] : asking
}

/** The second argument of isinstance and issubclass, and what the class of an object is compared with. */
function askedOf(file: SourceFile, node: Node): readonly Node[] {
  if (isAsking(file, node)) return node.child('arguments')?.parts.slice(1, 2) ?? []
  const isOperand = isTypeOf(file, node) && node.parent?.type === 'comparison_operator'
  return isOperand ? (node.parent?.parts ?? []).filter(part => part !== node) : []
}

/** Whether something is looked up by the class of an object, as in `HANDLERS.get(type(m))`. */
function isLookup(file: SourceFile, node: Node): boolean {
  if (!isTypeOf(file, node)) return false
  const list = node.parent?.type === 'argument_list' ? node.parent : null
  const method = list?.parent?.child('function')?.child('attribute')
  return (
    node.field === 'subscript' || (method !== null && method !== undefined && lookups.test(file.resolver.text(method)))
  )
}

const lookups = /^(get|pop|setdefault|index|count|dispatch|__getitem__|__contains__)$/

/** What may be `type(m)`, and all `m.__class__`. */
export function askedForClass(file: SourceFile): readonly Node[] {
  return [...callsOf(file, 'type'), ...attributesNamed(file.tree, '__class__')]
}

/** `type(m)` or `m.__class__`. */
export function isTypeOf({ resolver }: SourceFile, node: Node): boolean {
  const name = node.type === 'attribute' ? node.child('attribute') : null
  const callee = node.type === 'call' ? node.child('function') : null
  if (name) return resolver.text(name) === '__class__'
  return callee !== null && isBuiltin(resolver, callee, 'type')
}

/** Asked of the text first: what a call's callee is, may be looked up in other modules. */
function isBuiltin(resolver: SourceFile['resolver'], callee: Node, ...names: readonly string[]): boolean {
  return names.some(name => resolver.text(callee) === name && resolver.isCertainly(callee, name))
}

/** Whether a name is a parameter or a target, which may be given any class. */
function isGiven({ resolver }: SourceFile, name: Node): boolean {
  return [...resolver.reaching(name)].some(binding => /^(parameter|part)$/.test(binding?.bound.kind ?? ''))
}

/** `case nn.ConvTranspose1d():`, which asks for nothing but the class. */
function isPatternAlone(node: Node): boolean {
  return node.parent?.type === 'class_pattern' && node.parent.parts.length === 1
}

function outermost(node: Node, displays: RegExp): Node {
  let part = node
  while (part.parent && displays.test(part.parent.type)) part = part.parent
  return part
}

/** Where a collection of classes may be read by the name that it is assigned to. */
function usesOf({ resolver, tree }: SourceFile, whole: Node): readonly Node[] {
  const assignment = whole.parent?.type === 'assignment' && whole.field === 'right' ? whole.parent : null
  const target = assignment?.child('left')
  if (!target || !/^(tuple|list|set|binary_operator)$/.test(whole.type)) return []
  const name = resolver.text(target.child('attribute') ?? target)
  const plain = resolver.names.usesOf(name).map(use => use.node)
  return [...plain, ...attributesNamed(tree, name).filter(node => node !== target)]
}

/** The expressions with the reference in them that isinstance or issubclass is asked about. */
function askedAbout(file: SourceFile, node: Node): readonly Node[] {
  const whole = outermost(node, /^(tuple|parenthesized_expression|binary_operator)$/)
  return [whole, ...usesOf(file, whole)].flatMap(part => {
    const asked = unmade(file, part)
    const list = asked.parent?.type === 'argument_list' ? asked.parent : null
    return list?.parent && list.parts[1] === asked && isAsking(file, list.parent) ? [asked] : []
  })
}

/** `tuple(CONVOLUTIONS)` for `CONVOLUTIONS`. */
function unmade(file: SourceFile, part: Node): Node {
  const call = part.parent?.type === 'argument_list' ? part.parent.parent : null
  const made = call?.child('function')
  const isMade = made && isBuiltin(file.resolver, made, 'tuple', 'list', 'set')
  return call && isMade ? unmade(file, call) : part
}

function isAsking({ resolver }: SourceFile, node: Node): boolean {
  const callee = node.type === 'call' ? node.child('function') : null
  return callee !== null && isBuiltin(resolver, callee, 'isinstance', 'issubclass')
}
