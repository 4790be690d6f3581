import type { Api } from '../mapping/api.ts'
import { type Node, walk } from '../python/node.ts'
import type { Binding } from '../python/scope.ts'
import { standardLibrary } from '../python/standard_library.ts'
import type { Value } from '../python/value.ts'
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

/** The libraries that surely are not torch. */
export type OtherLibraries = ReadonlySet<string>

/** Finds every reference to the API's class, in the order of the text. What is certainly something else is not among them. */
export function findReferences(file: SourceFile, api: Api, others: OtherLibraries): readonly Reference[] {
  return new Finder(file, api, others).references()
}

class Finder {
  private readonly file: SourceFile
  private readonly api: Api
  private readonly others: OtherLibraries

  constructor(file: SourceFile, api: Api, others: OtherLibraries) {
    this.file = file
    this.api = api
    this.others = others
  }

  references(): readonly Reference[] {
    const patched = this.isPatched()
    const found = this.candidates().flatMap(node => this.reference(node, patched))
    return found.sort((a, b) => a.last.start - b.last.start)
  }

  private candidates(): readonly Node[] {
    const { uses, assigned } = this.file.resolver.names
    const targets = new Set(assigned.map(({ node }) => node))
    const aliases = this.aliases()
    const names = [...aliases].flatMap(name => uses.get(name) ?? []).map(use => use.node)
    const attributes = [...walk(this.file.tree.root)].filter(
      node => this.isAttribute(node, aliases) && !targets.has(node),
    )
    return [...names, ...attributes]
  }

  private isAttribute(node: Node, names: ReadonlySet<string>): boolean {
    const name = node.type === 'attribute' ? node.child('attribute') : null
    return name !== null && names.has(this.text(name))
  }

  private text(node: Node): string {
    return this.file.resolver.text(node)
  }

  /** Names that an import or an assignment may make another name of the class. */
  private aliases(): ReadonlySet<string> {
    const names = new Set([this.api.name])
    const bindings = this.file.resolver.names.scopes.flatMap(scope => [...scope.bindings.values()].flat())
    for (const { name, bound } of bindings) if (bound.kind === 'import' && bound.name === this.api.name) names.add(name)
    const given = [
      ...bindings.flatMap(valueGiven),
      ...this.file.resolver.names.assigned.flatMap(({ node }) => this.attributeGiven(node)),
    ]
    for (let before = 0; before < names.size; ) {
      before = names.size
      for (const { name, value } of given) if (this.endsIn(value, names)) names.add(name)
    }
    return names
  }

  /** `self.Up = value` makes `Up` a name of the value. */
  private attributeGiven(node: Node): readonly Given[] {
    const name = node.type === 'attribute' ? node.child('attribute') : null
    const value = node.parent?.type === 'assignment' && node.field === 'left' ? node.parent.child('right') : null
    return name && value ? [{ name: this.text(name), value }] : []
  }

  private endsIn(node: Node, names: ReadonlySet<string>): boolean {
    switch (node.type) {
      case 'identifier':
        return names.has(this.text(node))
      case 'attribute':
        return this.isAttribute(node, names)
      case 'parenthesized_expression':
      case 'conditional_expression':
      case 'boolean_operator':
        return node.parts.some(part => this.endsIn(part, names))
      default:
        return false
    }
  }

  private reference(node: Node, patched: boolean): readonly Reference[] {
    const last = node.type === 'attribute' ? node.child('attribute') : node
    const values = this.file.resolver.values(node)
    const kinds = values.map(value => this.kindOf(value, node))
    if (!last || kinds.every(kind => kind === 'other')) return []
    const certainty = kinds.every(kind => kind === 'torch') && !patched ? 'exact' : 'possible'
    return [{ node, last, call: callOf(node), certainty, doubts: certainty === 'exact' ? [] : this.bindingsOf(node) }]
  }

  private bindingsOf(node: Node): readonly Binding[] {
    if (node.type === 'identifier') return [...this.file.resolver.reaching(node)].filter(binding => binding !== null)
    const object = node.child('object')
    return object ? this.bindingsOf(object) : []
  }

  private kindOf(value: Value, node: Node): 'torch' | 'maybe' | 'other' {
    if (value.kind === 'unknown') return this.endsIn(node, new Set([this.api.name])) ? 'maybe' : 'other'
    if (value.kind !== 'path' && value.kind !== 'relative') return 'other'
    if (value.kind === 'path' && this.api.paths.has(value.path)) return 'torch'
    const top = value.path.split('.')[0] ?? ''
    if (value.kind === 'path' && (top === 'torch' || this.others.has(top) || standardLibrary.has(top))) return 'other'
    return value.path.endsWith(`.${this.api.name}`) ? 'maybe' : 'other'
  }

  /** Whether the file itself puts something else in the class's place, as in `nn.ConvTranspose1d = Mine`. */
  private isPatched(): boolean {
    const { assigned, uses } = this.file.resolver.names
    if (assigned.some(({ node }) => this.leadsToClass(node))) return true
    return (uses.get('setattr') ?? []).some(({ node }) => this.setsClass(node))
  }

  private leadsToClass(node: Node): boolean {
    if (node.type !== 'attribute') return false
    return this.file.resolver.values(node).some(value => value.kind === 'path' && this.isOnTheWay(value.path))
  }

  private isOnTheWay(path: string): boolean {
    return [...this.api.paths].some(full => full === path || full.startsWith(`${path}.`))
  }

  private setsClass(setattr: Node): boolean {
    const [object, name] = callOf(setattr)?.child('arguments')?.parts ?? []
    if (!object || !name) return false
    const attribute = this.text(name).replace(/^['"]|['"]$/g, '')
    const values = this.file.resolver.values(object)
    return values.some(value => value.kind === 'path' && this.isOnTheWay(`${value.path}.${attribute}`))
  }
}

function callOf(node: Node): Node | null {
  let callee = node
  while (callee.parent?.type === 'parenthesized_expression') callee = callee.parent
  return callee.parent?.type === 'call' && callee.field === 'function' ? callee.parent : null
}

interface Given {
  readonly name: string
  readonly value: Node
}

function valueGiven({ name, bound }: Binding): readonly Given[] {
  const value = bound.kind === 'expression' ? bound.value : bound.kind === 'parameter' ? bound.default : null
  return value ? [{ name, value }] : []
}
