import { builtins } from './builtins.ts'
import { collectNames, type Names } from './collect.ts'
import { type Asker, callValues, eachValue, heldValues, itemValues } from './contents.ts'
import { Exits } from './exits.ts'
import { type Reaching, reachingBindings } from './flow.ts'
import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'
import { type Binding, ownerOf, type Scope, star, type Use } from './scope.ts'
import { readString } from './string_literal.ts'
import { distinct, type Value } from './value.ts'

/** What is known of modules that are not in view: the names that a star import of one binds, null if that is not known. */
export interface Library {
  /** `level` counts the leading dots of the import. */
  exports(module: string, level: number): ReadonlySet<string> | null
}

const literals = new Set(
  'integer float string concatenated_string true false none set lambda list_comprehension set_comprehension dictionary_comprehension generator_expression'.split(
    ' ',
  ),
)

/** A longer trail of names than any program has; the call stack has to hold it. */
const mostSteps = 200

const noReaching: Reaching = new Set([null])

/** Says what the names and expressions of one module may be. Answers are remembered; asking costs what the name's own uses cost. */
export class Resolver implements Asker {
  readonly tree: SyntaxTree
  readonly names: Names
  readonly follow: (value: Value) => readonly Value[]
  private readonly library: Library
  private readonly exits = new Exits()
  private readonly reached = new Map<Scope, Map<string, ReadonlyMap<Node, Reaching>>>()
  private assignments: Map<string, Node[]> | null = null
  private classes: ReadonlyMap<Node, Scope> | null = null
  private readonly usesByScope = new Map<string, ReadonlyMap<Scope, readonly Use[]>>()
  private readonly known = new Map<Node, readonly Value[]>()
  private readonly asking = new Set<Node>()

  /** `follow` says what a value is that leads into another module; without it, other modules are not in view. */
  constructor(tree: SyntaxTree, library: Library, follow: (value: Value) => readonly Value[] = value => [value]) {
    this.follow = follow
    this.tree = tree
    this.names = collectNames(tree)
    this.library = library
  }

  text(node: Node): string {
    return this.tree.source.slice(node.start, node.end)
  }

  /** All that the expression may be; one value when it is certain. */
  values(node: Node): readonly Value[] {
    const known = this.known.get(node)
    if (known) return known
    if (this.asking.has(node) || this.asking.size > mostSteps) return [{ kind: 'unknown' }]
    this.asking.add(node)
    const values = distinct(this.evaluate(node))
    this.asking.delete(node)
    // Inside another question an answer may have been cut short by going in a circle.
    if (this.asking.size === 0) this.known.set(node, values)
    return values
  }

  /** The bindings that reach a read of a name. */
  reaching(node: Node): Reaching {
    return this.lookUp(node, this.names.scopeOf(node))
  }

  /** Whether a name is a local that is bound at one place only, so that it means the same wherever it is read. */
  isSettled(node: Node): boolean {
    const [only, ...others] = this.reaching(node)
    if (!only || others.length > 0 || only.remote || only.node.parent?.type === 'named_expression') return false
    if (!/function|lambda|comprehension|generator/.test(only.scope.kind)) return false
    return only.scope.bindings.get(only.name)?.length === 1
  }

  /** Whether the expression certainly is the builtin, or the function at a dotted path such as `math.ceil`. */
  isCertainly(node: Node, name: string): boolean {
    const [only, ...others] = this.values(node)
    if (!only || others.length > 0) return false
    return only.kind === 'builtin' ? only.name === name : only.kind === 'path' && only.path === name
  }

  private evaluate(node: Node): readonly Value[] {
    switch (node.type) {
      case 'identifier':
        return this.nameValues(node)
      case 'attribute':
        return this.attributeValues(node)
      case 'parenthesized_expression':
        return node.parts[0] ? this.values(node.parts[0]) : [{ kind: 'local' }]
      case 'named_expression':
        return this.part(node.child('value'))
      case 'conditional_expression':
        return [...this.part(node.parts[0]), ...this.part(node.parts[2])]
      case 'boolean_operator':
        return [...this.part(node.child('left')), ...this.part(node.child('right'))]
      case 'subscript':
        return itemValues(node, this)
      case 'call':
        return callValues(node, this)
      case 'tuple':
      case 'list':
      case 'dictionary':
      case 'expression_list':
        return [{ kind: 'literal', node, home: this }]
      default:
        return [literals.has(node.type) ? { kind: 'local' } : { kind: 'unknown' }]
    }
  }

  private part(node: Node | null | undefined): readonly Value[] {
    return node ? this.values(node) : []
  }

  /** What a name of the module is when the module has run; null when nothing binds it. */
  exported(name: string): readonly Value[] | null {
    const { module } = this.names
    const reaching = this.reachingIn(module, name).get(module.node)
    const bound = [...(reaching ?? [])].filter(binding => binding !== null)
    return bound.length > 0 ? distinct(this.bindingValues(bound, name)) : null
  }

  /** The names that a star import of this module binds: those of `__all__` where it is a plain list, else the public ones. */
  exportedNames(): ReadonlySet<string> | null {
    const { module } = this.names
    const stars = (module.bindings.get(star) ?? []).map(({ bound }) =>
      bound.kind === 'star' ? this.library.exports(bound.module, bound.level) : null,
    )
    const own = module.bindings.has('__all__') ? this.listed() : this.publicNames()
    if (own === null || stars.includes(null)) return null
    return new Set([...own, ...stars.flatMap(names => [...(names ?? [])])])
  }

  private publicNames(): readonly string[] {
    return [...this.names.module.bindings.keys()].filter(name => name !== star && !name.startsWith('_'))
  }

  private listed(): readonly string[] | null {
    const [only, ...others] = this.names.module.bindings.get('__all__') ?? []
    const list = only?.bound.kind === 'expression' && others.length === 0 ? only.bound.value : null
    if (!list || !/^(list|tuple)$/.test(list.type)) return null
    const names = list.parts.map(part => readString(this.text(part)))
    return names.includes(null) ? null : names.filter(name => name !== null)
  }

  private bindingValues(bound: readonly Binding[], name: string): readonly Value[] {
    const real = bound.filter(binding => !isFallback(binding))
    const running = real.filter(binding => !binding.typing)
    const values = (running.length > 0 ? running : real).flatMap(binding => this.boundValues(binding, name))
    return running.length > 0 ? values : [...values, { kind: 'unknown' }]
  }

  private nameValues(node: Node): readonly Value[] {
    const name = this.text(node)
    const reaching = [...this.reaching(node)]
    const bound = reaching.filter(binding => binding !== null)
    const values = bound.length > 0 ? this.bindingValues(bound, name) : []
    const owner = ownerOf(name, this.names.scopeOf(node))
    const fallsBack = owner === null || owner.kind === 'module' || owner.kind === 'class'
    if (fallsBack && reaching.includes(null) && builtins.has(name)) return [...values, { kind: 'builtin', name }]
    if (bound.length > 0) return values
    // A name that its scope binds, but not on any way that leads here, raises at once.
    return [owner !== null ? { kind: 'local' } : { kind: 'unknown' }]
  }

  private attributeValues(node: Node): readonly Value[] {
    const object = node.child('object')
    const attribute = node.child('attribute')
    if (!object || !attribute) return [{ kind: 'unknown' }]
    const name = this.text(attribute)
    const members = this.values(object).flatMap(value => this.member(value, name))
    return members.some(value => value.kind === 'own') ? [...members, ...this.ownValues(node, name)] : members
  }

  /** What a value has under a name. */
  member(value: Value, name: string): readonly Value[] {
    if (value.kind !== 'class') return [memberOf(value, name)]
    const scope = this.classScope(value.definition)
    const bindings = scope?.bindings.get(name) ?? []
    // A base class, or code elsewhere, may give it too.
    return [...bindings.flatMap(binding => this.boundValues(binding, name)), { kind: 'local' }]
  }

  /** What is put into a list under a name after it was made. */
  added(node: Node): readonly Node[] {
    const uses = node.type === 'identifier' ? (this.names.uses.get(this.text(node)) ?? []) : []
    return uses.flatMap(({ node: use }) => {
      const access = use.parent?.type === 'attribute' && use.field === 'object' ? use.parent : null
      const method = access?.child('attribute')
      const call = access?.parent?.type === 'call' && access.field === 'function' ? access.parent : null
      return call && method && /^(append|insert|extend)$/.test(this.text(method))
        ? (call.child('arguments')?.parts ?? [])
        : []
    })
  }

  private classScope(definition: Node | null): Scope | undefined {
    this.classes ??= new Map(this.names.scopes.filter(({ kind }) => kind === 'class').map(scope => [scope.node, scope]))
    return definition ? this.classes.get(definition) : undefined
  }

  /** Whether the program adds to, or replaces items of, what a name holds. */
  isChanged(node: Node): boolean {
    const text = this.text(node)
    const items = this.names.assigned.map(each => each.node).filter(each => each.type === 'subscript')
    if (items.some(each => this.text(each.child('value') ?? each) === text)) return true
    const uses = node.type === 'identifier' ? (this.names.uses.get(text) ?? []) : []
    return uses.some(({ node: use }) => {
      const method = use.parent?.type === 'attribute' ? use.parent.child('attribute') : null
      return (
        method !== null && /^(append|extend|insert|update|setdefault|pop|clear|__setitem__)$/.test(this.text(method))
      )
    })
  }

  /** What the class around a `self.name` gives the name: in its body, or by assignments to `self.name`. */
  private ownValues(node: Node, name: string): readonly Value[] {
    const definition = node.within('class_definition')
    const scope = this.classScope(definition)
    const values = this.assignedTo(node).flatMap(target => this.part(target.parent?.child('right')))
    return [...(scope?.bindings.get(name) ?? []).flatMap(binding => this.boundValues(binding, name)), ...values]
  }

  /** The places in the same class, or outside any, that assign a single value to what is written like the node. */
  assignedTo(node: Node): readonly Node[] {
    this.assignments ??= this.groupAssigned()
    return this.assignments.get(this.placeOf(node)) ?? []
  }

  private placeOf(node: Node): string {
    return `${node.within('class_definition')?.start} ${this.text(node)}`
  }

  private groupAssigned(): Map<string, Node[]> {
    const groups = new Map<string, Node[]>()
    for (const { node } of this.names.assigned) {
      if (node.parent?.type !== 'assignment') continue
      const place = this.placeOf(node)
      const group = groups.get(place) ?? []
      groups.set(place, group)
      group.push(node)
    }
    return groups
  }

  private boundValues({ bound, name: own }: Binding, name: string): readonly Value[] {
    switch (bound.kind) {
      case 'import':
        return [imported(bound.level, bound.module, bound.name)]
      case 'star':
        return [imported(bound.level, bound.module, name)]
      case 'expression':
        return this.values(bound.value).map(value => (value.kind === 'unknown' ? this.result(bound.value) : value))
      case 'parameter':
        if (own === 'self' || own === 'cls') return [{ kind: 'self' }]
        return [{ kind: 'local' }, ...(bound.default ? this.values(bound.default).filter(isImported) : [])]
      case 'each':
        return eachValue(bound.iterable, this)
      case 'target':
        return [{ kind: 'local' }, ...(bound.source ? heldValues(bound.source, this) : [])]
      case 'function':
      case 'class':
        return [{ kind: bound.kind, definition: bound.definition, home: this }]
      default:
        return [{ kind: 'local' }]
    }
  }

  /** What a name gets from an expression that tells nothing: a call makes something of its own, unless it imports. */
  private result(value: Node): Value {
    const callee = value.type === 'call' ? value.child('function') : null
    return callee && !/import|getattr|lazy/i.test(this.text(callee)) ? { kind: 'local' } : { kind: 'unknown' }
  }

  private lookUp(node: Node, scope: Scope): Reaching {
    const name = this.text(node)
    const owner = ownerOf(name, scope) ?? this.names.module
    const reaching = this.reachingIn(owner, name).get(node) ?? this.anywhere(owner, name)
    if (owner.kind !== 'class' || !owner.parent || !reaching.has(null)) return reaching
    // A class body falls back to the names around it.
    return new Set([...[...reaching].filter(binding => binding !== null), ...this.lookUp(node, owner.parent)])
  }

  /** For scopes without statements of their own, and for reads that the flow does not pass. */
  private anywhere(owner: Scope, name: string): Reaching {
    const bindings = this.bindingsIn(owner, name)
    return bindings.length > 0 ? new Set(bindings) : noReaching
  }

  private reachingIn(scope: Scope, name: string): ReadonlyMap<Node, Reaching> {
    const known = this.reached.get(scope) ?? new Map<string, ReadonlyMap<Node, Reaching>>()
    this.reached.set(scope, known)
    const answer = known.get(name) ?? this.flow(scope, name)
    known.set(name, answer)
    return answer
  }

  private flow(scope: Scope, name: string): ReadonlyMap<Node, Reaching> {
    const bindings = this.bindingsIn(scope, name)
    if (bindings.length === 0 || !['module', 'function', 'class'].includes(scope.kind)) return new Map()
    const uses = this.usesOf(name).get(scope) ?? []
    return reachingBindings(this.tree.source, { scope, bindings, uses }, this.exits)
  }

  /** The reads of a name by the scopes that may give them their value: the owner, and what a class body falls back to. */
  private usesOf(name: string): ReadonlyMap<Scope, readonly Use[]> {
    const known = this.usesByScope.get(name)
    if (known) return known
    const groups = new Map<Scope, Use[]>()
    for (const use of this.names.uses.get(name) ?? [])
      for (const scope of this.givers(use)) {
        const group = groups.get(scope) ?? []
        groups.set(scope, group)
        group.push(use)
      }
    this.usesByScope.set(name, groups)
    return groups
  }

  private givers(use: Use): readonly Scope[] {
    const scopes: Scope[] = []
    let owner: Scope | null = ownerOf(use.name, use.scope)
    for (; owner?.kind === 'class' && owner.parent; owner = ownerOf(use.name, owner.parent)) scopes.push(owner)
    return [...scopes, owner ?? this.names.module]
  }

  private bindingsIn(scope: Scope, name: string): readonly Binding[] {
    const own = scope.bindings.get(name) ?? []
    const stars = scope.bindings.get(star) ?? []
    return [...own, ...stars.flatMap(each => this.starBinding(each, name))]
  }

  private starBinding(binding: Binding, name: string): readonly Binding[] {
    if (binding.bound.kind !== 'star') return []
    const { module, level } = binding.bound
    const exports = this.library.exports(module, level)
    if (!exports) return [binding]
    return exports.has(name) ? [{ ...binding, name, bound: { kind: 'import', module, level, name } }] : []
  }
}

function imported(level: number, module: string, name: string | null): Value {
  const path = [module, name].filter(Boolean).join('.')
  return level > 0 ? { kind: 'relative', path: '.'.repeat(level) + path } : { kind: 'path', path }
}

/** `name = None` where an import failed: what is called later is not that. */
function isFallback({ bound, node }: Binding): boolean {
  if (bound.kind !== 'expression' || bound.value.type !== 'none') return false
  const clause = node.within('except_clause')
  return clause !== null && node.within('try_statement') === clause.parent
}

function isImported(value: Value): boolean {
  return value.kind === 'path' || value.kind === 'relative'
}

function memberOf(value: Value, attribute: string): Value {
  switch (value.kind) {
    case 'path':
    case 'relative':
      return { kind: value.kind, path: `${value.path}.${attribute}` }
    case 'self':
      return { kind: 'own' }
    case 'own':
    case 'member':
    case 'unknown':
      return { kind: 'unknown' }
    default:
      return { kind: 'local' }
  }
}
