import type { Attributes } from './attributes.ts'
import { valuesOfBindings } from './bound_values.ts'
import { isOtherCall } from './getattr.ts'
import type { Names } from './names.ts'
import type { Node } from './node.ts'
import type { Reads } from './reads.ts'
import type { Scope } from './scope.ts'
import { followed, type Home, local, type Value } from './value.ts'

/** Tells what the classes of a module have under a name. */
export class Classes {
  private readonly home: Home
  private readonly names: Names
  private readonly reads: Reads
  private readonly attributes: Attributes
  private readonly bases = new Map<Node, readonly Value[]>()
  private readonly asking = new Set<string>()
  private assigned: ReadonlySet<string> | null = null

  constructor(home: Home, names: Names, reads: Reads, attributes: Attributes) {
    this.attributes = attributes
    this.home = home
    this.names = names
    this.reads = reads
  }

  /** What the class has under the name; one value only where no base class, decorator or assignment may give another. */
  member(definition: Node, name: string): readonly Value[] {
    const bound = this.scopeOf(definition) ? this.inBody(definition, name) : []
    return bound.length > 0 && this.isSealed(definition, name)
      ? bound
      : [...bound, ...this.ofObject(definition, name), ...this.inherited(definition, name), local]
  }

  /** The names that the body of a class binds, and those that its methods give its objects. */
  attributeNames(definition: Node): readonly string[] {
    return [...(this.scopeOf(definition)?.bindings.keys() ?? []), ...this.attributes.ofObjects(definition)]
  }

  private ofObject(definition: Node, name: string): readonly Value[] {
    const own = definition.child('name')
    const ofClass = own ? this.attributes.at(null, `${this.home.text(own)}.${name}`) : []
    const values = [...this.attributes.at(definition, `self.${name}`), ...ofClass]
    return values.filter(value => !isOtherCall(value, this.home)).flatMap(value => this.home.values(value))
  }

  private inBody(definition: Node, name: string): readonly Value[] {
    const scope = this.scopeOf(definition)
    const bound = scope ? [...this.reads.atEnd(scope, name)] : []
    const sure = bound.filter(binding => binding !== null)
    const values = valuesOfBindings(sure, name, this.home)
    return sure.length === 0 ? [] : sure.length < bound.length ? [...values, local] : values
  }

  private inherited(definition: Node, name: string): readonly Value[] {
    const question = `${definition.start} ${name}`
    if (this.asking.has(question)) return []
    this.asking.add(question)
    const bases = this.bases.get(definition) ?? basesOf(definition).flatMap(base => followed(base, this.home))
    this.bases.set(definition, bases)
    const values = bases.flatMap(base => (base.kind === 'class' ? this.home.member(base, name) : []))
    this.asking.delete(question)
    return values
  }

  private isSealed(definition: Node, name: string): boolean {
    this.assigned ??= new Set(this.names.assigned.flatMap(({ node }) => this.attributeOf(node)))
    const isPlain = !definition.child('superclasses') && definition.parent?.type !== 'decorated_definition'
    return isPlain && !this.assigned.has(name)
  }

  private attributeOf(node: Node): readonly string[] {
    const attribute = node.type === 'attribute' ? node.child('attribute') : null
    return attribute ? [this.home.text(attribute)] : []
  }

  private scopeOf(definition: Node): Scope | undefined {
    const body = definition.child('body')
    const scope = body && this.names.scopeOf(body)
    return scope?.node === definition ? scope : undefined
  }
}

/** The expressions that a class names as its bases. */
export function basesOf(definition: Node): readonly Node[] {
  const parts = definition.child('superclasses')?.parts ?? []
  return parts.filter(part => part.type !== 'keyword_argument')
}
