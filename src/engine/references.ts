import type { Named } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import { attributesNamed, nodesOfType } from '../python/nodes_of_type.ts'
import type { Binding } from '../python/scope.ts'
import { standardLibrary } from '../python/standard_library.ts'
import { distinct, type Value } from '../python/value.ts'
import { Aliases, endsIn } from './aliases.ts'
import { isOnTheWay, mayBeMember } from './may_be_member.ts'
import { membersOf, moduleMembers } from './module_members.ts'
import type { Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

/** A place where the program names, or may name, torch's class. */
export interface Reference {
  /** The whole expression, such as `nn.ConvTranspose1d`. */
  readonly node: Node
  /** Its last name, where a finding points. */
  readonly last: Node
  /** The call of it, where it is called. */
  readonly call: Node | null
  readonly certainty: 'exact' | 'possible'
  /** Where the name of a possible reference may come from. */
  readonly doubts: readonly Binding[]
}

/** A reference that is called. */
export type Called = Reference & { readonly call: Node }

/** The libraries that surely are not torch, and dotted paths of which that is known one by one. */
export type OtherLibraries = ReadonlySet<string>

/** Finds every reference to the API's class, in the order of the text. What is certainly something else is not among them. */
export function findReferences(
  file: SourceFile,
  api: Named,
  others: OtherLibraries,
  repository: Repository,
): References {
  const members = moduleMembers(file, repository)
  const aliases = new Aliases(file, api, repository, members).names()
  return { aliases, references: new Finder(file, api, others, repository, members).references(aliases) }
}

export interface References {
  readonly references: readonly Reference[]
  /** The names under which the file may know the class. */
  readonly aliases: ReadonlySet<string>
}

class Finder {
  private readonly file: SourceFile
  private readonly api: Named
  private readonly others: OtherLibraries
  private readonly repository: Repository
  private readonly members: readonly Node[]

  /** `members` are what the file reads off modules of the repository. */
  constructor(file: SourceFile, api: Named, others: OtherLibraries, repository: Repository, members: readonly Node[]) {
    this.members = members
    this.repository = repository
    this.file = file
    this.api = api
    this.others = others
  }

  references(aliases: ReadonlySet<string>): readonly Reference[] {
    const patched = this.isPatched()
    const found = this.candidates(aliases).flatMap(node => this.reference(node, patched))
    return found.sort((a, b) => a.last.start - b.last.start)
  }

  private readonly text = (node: Node): string => this.file.resolver.text(node)

  private candidates(aliases: ReadonlySet<string>): readonly Node[] {
    const { tree, resolver } = this.file
    const targets = new Set(resolver.names.assigned.map(({ node }) => node))
    const names = [...aliases].flatMap(name => resolver.names.usesOf(name)).map(use => use.node)
    const members = [...this.members, ...[...aliases].flatMap(name => membersOf(this.file, name))]
    const named = [...aliases].flatMap(name => attributesNamed(tree, name))
    const attributes = [...new Set([...named, ...members])].filter(node => !targets.has(node))
    const computed = nodesOfType(tree, 'call', 'subscript').filter(
      node => isComputedCallee(node) || this.isHandedOn(node),
    )
    const patterns = nodesOfType(tree, 'dotted_name').filter(node => this.isPattern(node))
    return [...names, ...attributes, ...computed, ...patterns]
  }

  /** `case nn.ConvTranspose1d():` and `case nn.ConvTranspose1d:`, where the class is no expression; a name alone is bound there. */
  private isPattern(node: Node): boolean {
    const isRead = node.parent?.type === 'class_pattern' || node.parts.length > 1
    return isRead && this.text(node).endsWith(this.api.name) && node.within('case_pattern') !== null
  }

  /** `getattr(nn, name)` that no name is given to: what is given to a name is told of where that is used. */
  private isHandedOn(node: Node): boolean {
    const callee = node.type === 'call' ? node.child('function') : null
    if (!callee || this.text(callee) !== 'getattr') return false
    let around = node.parent
    while (around && /^(conditional|parenthesized)_expression$/.test(around.type)) around = around.parent
    return (
      around !== null &&
      !/^(assignment|named_expression|return_statement|(typed_)?default_parameter)$/.test(around.type)
    )
  }

  private reference(node: Node, patched: boolean): readonly Reference[] {
    const last = lastName(node)
    const values = distinct(this.valuesOf(node).flatMap(value => this.repository.expand(value)))
    const kinds = values.map(value => this.kindOf(value, node))
    if (!last || kinds.every(kind => kind === 'other')) return []
    const { call, certain } = callOf(node)
    const exact = kinds.every(kind => kind === 'torch') && !patched && certain
    return [{ node, last, call, certainty: exact ? 'exact' : 'possible', doubts: exact ? [] : this.bindingsOf(node) }]
  }

  private valuesOf(node: Node): readonly Value[] {
    const { resolver } = this.file
    const [first, ...rest] = node.type === 'dotted_name' ? node.parts : []
    if (!first) {
      const values = resolver.values(node)
      const isOpen = node.type === 'attribute' && values.every(({ kind }) => /^(local|own|unknown)$/.test(kind))
      return isOpen ? [...values, ...resolver.byAnnotation(node)] : values
    }
    return rest.reduce<readonly Value[]>(
      (values, part) => values.flatMap(value => resolver.member(value, this.text(part))),
      resolver.values(first),
    )
  }

  private bindingsOf(node: Node): readonly Binding[] {
    if (node.type === 'identifier') return [...this.file.resolver.reaching(node)].filter(binding => binding !== null)
    const object = node.child('object')
    return object ? this.bindingsOf(object) : []
  }

  private kindOf(value: Value, node: Node): 'torch' | 'maybe' | 'other' {
    if (value.kind === 'unknown') return endsIn(node, new Set([this.api.name]), this.text) ? 'maybe' : 'other'
    if (value.kind === 'member') return mayBeMember(value, this.api) ? 'maybe' : 'other'
    if (value.kind !== 'path' && value.kind !== 'relative') return 'other'
    if (value.kind === 'path' && this.api.paths.has(value.path)) return 'torch'
    const top = value.path.split('.')[0] ?? ''
    if (
      value.kind === 'path' &&
      (top === 'torch' || this.others.has(top) || this.others.has(value.path) || standardLibrary.has(top))
    )
      return 'other'
    return value.path.endsWith(`.${this.api.name}`) ? 'maybe' : 'other'
  }

  /** Whether the file itself puts something else in the class's place, as in `nn.ConvTranspose1d = Mine`. */
  private isPatched(): boolean {
    const { names } = this.file.resolver
    if (names.assigned.some(({ node }) => this.leadsToClass(node))) return true
    return names.usesOf('setattr').some(({ node }) => this.setsClass(node))
  }

  private leadsToClass(node: Node): boolean {
    const name = node.type === 'attribute' ? node.child('attribute') : null
    if (!name || ![...this.api.paths].some(path => path.split('.').includes(this.text(name)))) return false
    return this.file.resolver.values(node).some(value => value.kind === 'path' && isOnTheWay(value.path, this.api))
  }

  private setsClass(setattr: Node): boolean {
    const [object, name] = callOf(setattr).call?.child('arguments')?.parts ?? []
    if (!object || !name) return false
    const attribute = this.text(name).replace(/^['"]|['"]$/g, '')
    const values = this.file.resolver.values(object)
    return values.some(value => value.kind === 'path' && isOnTheWay(`${value.path}.${attribute}`, this.api))
  }
}

/** The call of an expression; not certain where the expression is one of several that may be called. */
function callOf(node: Node): { readonly call: Node | null; readonly certain: boolean } {
  let callee = node
  let certain = true
  for (let at = callee.parent; at; callee = at, at = at.parent) {
    if (at.type === 'conditional_expression' && callee !== at.parts[1]) certain = false
    else if (at.type === 'boolean_operator') certain = false
    else if (at.type !== 'parenthesized_expression') break
  }
  const call = callee.parent?.type === 'call' && callee.field === 'function' ? callee.parent : null
  return { call, certain: certain || call === null }
}

/** `table[key](…)` and `choose()(…)`: callees that are computed. */
function isComputedCallee(node: Node): boolean {
  return node.field === 'function' && node.parent?.type === 'call'
}

/** The name where a finding points: an attribute's last; the one that a computed callee begins with. */
function lastName(node: Node): Node | null {
  if (node.type === 'attribute') return node.child('attribute')
  if (node.type === 'dotted_name') return node.parts.at(-1) ?? null
  let at: Node | null | undefined = node
  while (at && at.type !== 'identifier') at = at.type === 'attribute' ? at.child('attribute') : at.children[0]
  return at ?? null
}
