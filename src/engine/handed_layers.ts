import type { Api } from '../mapping/api.ts'
import { basesOf } from '../python/classes.ts'
import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import type { Bound } from '../python/scope.ts'
import { followed, type Home, type Value } from '../python/value.ts'
import { decoratedBy, givenTo, isCalled, isLookedAt, isVariable, modelsOf } from './given_layers.ts'
import { Inherited, inheritedCallees } from './inherited_callees.ts'
import { LayerReaders } from './layer_readers.ts'
import type { Origins } from './origins.ts'
import type { Called } from './references.ts'
import { type Imported, importedValue, isImport } from './repository.ts'
import type { SourceFile } from './source_file.ts'

/** A place that hands a layer, or a model, to a function or base class of another module, which would go on with something else. */
export interface HandedLayer {
  /** The function or base class. */
  readonly reader: Node
  readonly calls: readonly Called[]
  readonly isBase: boolean
}

/** The places where what another module of the repository does with a layer depends on torch's class, or on an attribute's form. */
export function handedLayers(file: SourceFile, origins: Origins, api: Api): readonly HandedLayer[] {
  if (origins.isEmpty) return []
  const { resolver } = file
  const models = modelsOf(file)
  const inherited = new Inherited()
  const readers = new LayerReaders(origins, inherited, api)
  const followed = following(resolver)
  const imported = importedCallees(file)
  const fromBases = new Set(inheritedCallees(file))
  const isOther = (value: Value) => !('home' in value) || value.home !== resolver
  // Who reads what another module keeps, is not looked for one by one.
  const isReadingModule = (value: Value) => 'home' in value && isOther(value) && readers.mayRead(value.home)
  const handed = [...imported, ...fromBases].flatMap(reader => {
    const given = givenTo(reader, resolver, origins, models)
    if (given.length === 0) return []
    const values = fromBases.has(reader) ? inherited.values(reader, resolver) : followed(reader, isCalled(reader))
    const isKept = isVariable(reader) || keepersOf(reader).some(each => followed(each, false).some(isReadingModule))
    const read = isKept ? given : given.filter(({ argument }) => readers.someIsGiven(values.filter(isOther), argument))
    const calls = new Set(read.flatMap(each => each.calls))
    return calls.size > 0 ? [{ reader, calls: [...calls], isBase: false }] : []
  })
  // What makes a function, or an object of a class, that may be given any layer of the file.
  const visitors = imported.filter(
    callee =>
      !isLookedAt(callee) &&
      followed(callee, isCalled(callee)).some(value => isOther(value) && readers.isVisitor(value)),
  )
  const visited = visitors.map(reader => ({ reader, calls: origins.any, isBase: false }))
  return firstOfEach([...handed, ...visited, ...baseThatReads(file, origins, readers)], resolver)
}

/** Follows expressions past other modules, each dotted path once. */
function following(home: Home): (node: Node, anyClass: boolean) => readonly Value[] {
  const known = new Map<string, readonly Value[]>()
  const follow = (value: Value, anyClass: boolean) => {
    if (value.kind !== 'path' && value.kind !== 'relative') return home.follow(value, anyClass)
    const question = `${value.kind} ${value.path} ${anyClass}`
    const values = known.get(question) ?? home.follow(value, anyClass)
    known.set(question, values)
    return values
  }
  return (node, anyClass) => home.values(node).flatMap(value => follow(value, anyClass))
}

/** What keeps what it is given: a decorator, and tables into which something is put, as by `TABLE.append(layer)` and `TABLE[name] = layer`. */
function keepersOf(place: Node): readonly Node[] {
  if (decoratedBy(place)) return [place]
  const isItem = place.parent?.type === 'subscript' && place.parent.field === 'left'
  const object = isItem ? place : isCalled(place) ? place.child('object') : null
  return object ? [object] : []
}

/** The first base class of another module that does so with the objects of a class of the file: any layer of it may be in them. */
function baseThatReads(
  { resolver, tree }: SourceFile,
  origins: Origins,
  readers: LayerReaders,
): readonly HandedLayer[] {
  const bases = new Map<string, Node>()
  for (const base of nodesOfType(tree, 'class_definition').flatMap(basesOf))
    if (!bases.has(resolver.text(base))) bases.set(resolver.text(base), base)
  const isReader = (value: Value) => value.kind === 'class' && value.home !== resolver && readers.isBase(value)
  const reader = [...bases.values()].find(base => followed(base, resolver, true).some(isReader))
  return reader ? [{ reader, calls: origins.any, isBase: true }] : []
}

/** Each layer's first place for each function: one is enough to say. */
function firstOfEach(handed: readonly HandedLayer[], home: Home): readonly HandedLayer[] {
  const said = new Map<string, Set<Called>>()
  return handed.flatMap(({ reader, calls, isBase }) => {
    const before = said.get(home.text(reader)) ?? new Set<Called>()
    said.set(home.text(reader), new Set([...before, ...calls]))
    const others = calls.filter(call => !before.has(call))
    return others.length > 0 ? [{ reader, calls: others, isBase }] : []
  })
}

/** The expressions by which something that was imported from the repository is called, or handed to `apply`. */
function importedCallees({ resolver }: SourceFile): readonly Node[] {
  const { names } = resolver
  const imports = names.imports.filter(({ bound }) => isBinding(bound) && isInView(resolver, bound))
  const hasStar = imports.some(({ bound }) => bound.kind === 'star')
  const starred = hasStar ? [...names.used].filter(name => !names.module.bindings.has(name)) : []
  const isFree = (node: Node) => [...resolver.reaching(node)].every(binding => binding?.bound.kind !== 'parameter')
  const brought = new Set([...imports.map(({ name }) => name), ...starred])
  const renamed = names.bindings.filter(
    ({ bound }) => bound.kind === 'expression' && isPartOf(bound.value, brought, resolver),
  )
  for (const { name } of renamed) brought.add(name)
  const uses = [...brought].flatMap(name => names.usesOf(name))
  return uses
    .map(({ node }) => node)
    .filter(node => !hasStar || isFree(node))
    .map(node => {
      let whole = node
      while (whole.parent?.type === 'attribute' && whole.field === 'object') whole = whole.parent
      return whole
    })
}

/** Whether an expression is one of some names, or an attribute of what has one: `utils.LAYERS`. */
function isPartOf(node: Node, names: ReadonlySet<string>, home: Home): boolean {
  let first = node
  while (first.type === 'attribute' && first.first) first = first.first
  return first.type === 'identifier' && names.has(home.text(first))
}

function isBinding(bound: Bound): bound is Bound & { readonly kind: 'import' | 'star' } {
  return isImport(bound) || bound.kind === 'star'
}

/** Whether a module is in the repository: it is followed to something else than its path. */
function isInView(home: Home, { module, level }: Pick<Imported, 'module' | 'level'>): boolean {
  const value = importedValue({ kind: 'import', module, level, name: null })
  return home.follow(value).every(({ kind }) => kind !== value.kind)
}
