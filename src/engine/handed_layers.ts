import type { Api } from '../mapping/api.ts'
import { heldBy } from '../python/contents.ts'
import { type Node, walk } from '../python/node.ts'
import type { Bound } from '../python/scope.ts'
import { followed, type Home, type Value } from '../python/value.ts'
import { isApplied } from './applied.ts'
import { attributeRead } from './attribute_uses.ts'
import { tellsApart } from './name_tests.ts'
import type { Origins } from './origins.ts'
import { parametersOf } from './parameters.ts'
import type { Called } from './references.ts'
import { type Imported, importedValue, isImport } from './repository.ts'
import type { SourceFile } from './source_file.ts'

type FunctionValue = Value & { readonly kind: 'function' }

/** Where an argument stands: how many-th, or under a name. */
type Position = number | string

/** A place that hands a layer to a function of another module, which would go on with something else, without an exception. */
export interface HandedLayer {
  readonly callee: Node
  readonly calls: readonly Called[]
}

/** How many functions a layer is followed through. */
const deepest = 3
/** Through how many names and containers a layer is looked for: a tensor, which most arguments are, comes through many. */
const mostNames = 6

/** The places where what another module of the repository does with a layer depends on torch's class, or on an attribute's form. */
export function handedLayers(file: SourceFile, origins: Origins, api: Api): readonly HandedLayer[] {
  if (origins.isEmpty) return []
  const handed = importedCallees(file).flatMap(callee => {
    const given = givenTo(callee, file.resolver, origins)
    if (given.length === 0) return []
    const functions = followed(callee, file.resolver)
      .filter(isFunction)
      .filter(({ home }) => home !== file.resolver)
    const read = given.filter(({ position }) => functions.some(value => reads(value, position, api, deepest)))
    return read.length > 0 ? [{ callee, calls: [...new Set(read.flatMap(({ calls }) => calls))] }] : []
  })
  return firstOfEach(handed, file.resolver)
}

/** Each layer's first place for each function: one is enough to say. */
function firstOfEach(handed: readonly HandedLayer[], home: Home): readonly HandedLayer[] {
  const said = new Map<string, Set<Called>>()
  return handed.flatMap(({ callee, calls }) => {
    const before = said.get(home.text(callee)) ?? new Set<Called>()
    said.set(home.text(callee), new Set([...before, ...calls]))
    const others = calls.filter(call => !before.has(call))
    return others.length > 0 ? [{ callee, calls: others }] : []
  })
}

/** The expressions by which something that was imported from the repository is called, or handed to `apply`. */
function importedCallees({ resolver }: SourceFile): readonly Node[] {
  const { names } = resolver
  const imports = names.imports.filter(({ bound }) => isBinding(bound) && isInView(resolver, bound))
  const hasStar = imports.some(({ bound }) => bound.kind === 'star')
  const starred = hasStar ? [...names.used].filter(name => !names.module.bindings.has(name)) : []
  const uses = [...new Set([...imports.map(({ name }) => name), ...starred])].flatMap(name => names.usesOf(name))
  return uses.map(({ node }) => {
    let whole = node
    while (whole.parent?.type === 'attribute' && whole.field === 'object') whole = whole.parent
    return whole
  })
}

function isBinding(bound: Bound): bound is Bound & { readonly kind: 'import' | 'star' } {
  return isImport(bound) || bound.kind === 'star'
}

/** Whether a module is in the repository: it is followed to something else than its path. */
function isInView(home: Home, { module, level }: Pick<Imported, 'module' | 'level'>): boolean {
  const value = importedValue({ kind: 'import', module, level, name: null })
  return home.follow(value).every(({ kind }) => kind !== value.kind)
}

/** The layers that a callee is given; by `apply`, each in turn. */
function givenTo(
  callee: Node,
  home: Home,
  origins: Origins,
): readonly { readonly position: Position; readonly calls: readonly Called[] }[] {
  if (isApplied(callee, home)) return [{ position: 0, calls: origins.any }]
  const call = callee.parent?.type === 'call' && callee.field === 'function' ? callee.parent : null
  return (call?.child('arguments')?.parts ?? [])
    .map((part, index) => ({ position: positionOf(part, index, home), calls: mayBe(part, origins) }))
    .filter(({ calls }) => calls.length > 0)
}

/** The layers in an argument that names something, or makes one: what comes of other calls are mostly tensors. */
function mayBe(part: Node, origins: Origins): readonly Called[] {
  const node = (part.type === 'keyword_argument' ? part.child('value') : null) ?? part
  const isPlace = /^(identifier|attribute|subscript)$/.test(node.type) || origins.isMade(node)
  return isPlace ? origins.of(node, mostNames) : []
}

function positionOf(part: Node, index: number, home: Home): Position {
  const name = part.type === 'keyword_argument' ? part.child('name') : null
  return name ? home.text(name) : index
}

/** Whether a function, or one that it hands its parameter to, asks for the class or reads an attribute of another form in silence. */
function reads({ definition, home }: FunctionValue, position: Position, api: Api, depth: number): boolean {
  const nodes = [...walk(definition.child('body') ?? definition)]
  if (nodes.some(node => asksForClass(node, home, api))) return true
  const parameter = parameterAt(definition, position, home)
  const own = nodes.filter(({ type }) => type === 'identifier').filter(node => home.text(node) === parameter)
  if (own.some(node => attributeRead(home, node, api)?.silent)) return true
  return depth > 0 && own.some(node => isHandedToReader(node, home, api, depth - 1))
}

function isHandedToReader(layer: Node, home: Home, api: Api, depth: number): boolean {
  const part = layer.parent?.type === 'keyword_argument' ? layer.parent : layer
  const list = part.parent?.type === 'argument_list' ? part.parent : null
  const callee = list?.parent?.child('function')
  if (!list || !callee) return false
  const position = positionOf(part, list.parts.indexOf(part), home)
  return followed(callee, home).some(value => isFunction(value) && reads(value, position, api, depth))
}

/** The name of the parameter to which an argument goes. */
function parameterAt(definition: Node, position: Position, home: Home): string | null {
  if (typeof position === 'string') return position
  const part = parametersOf(definition, home)[position]
  return part ? home.text(part.child('name') ?? part.parts[0] ?? part) : null
}

/** Whether a class test is about torch's class, or may be by a text with its name. */
function asksForClass(node: Node, home: Home, api: Api): boolean {
  if (node.type === 'string') return tellsApart(node, home, api)
  const callee = node.type === 'call' ? node.child('function') : null
  const asked = callee && home.isCertainly(callee, 'isinstance') ? node.child('arguments')?.parts[1] : undefined
  const compared = node.type === 'comparison_operator' ? node.parts : []
  const isClass = (value: Value): boolean =>
    value.kind === 'literal' ? heldBy(value).some(isClass) : value.kind === 'path' && api.paths.has(value.path)
  return [...(asked ? [asked] : []), ...compared].some(each => followed(each, home).some(isClass))
}

function isFunction(value: Value): value is FunctionValue {
  return value.kind === 'function'
}
