import { builtins } from './builtins.ts'
import { collectNames, type Names } from './collect.ts'
import { Exits } from './exits.ts'
import { type Reaching, reachingBindings } from './flow.ts'
import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'
import { type Binding, ownerOf, type Scope, star, type Use } from './scope.ts'
import { distinct, type Value } from './value.ts'

/** What is known of modules that are not in view: the names that a star import of one binds, null if that is not known. */
export interface Library {
  exports(module: string): ReadonlySet<string> | null
}

const literals = new Set(
  'integer float string concatenated_string true false list tuple dictionary set lambda list_comprehension set_comprehension dictionary_comprehension generator_expression'.split(
    ' ',
  ),
)

const noReaching: Reaching = new Set([null])

/** Says what the names and expressions of one module may be. Answers are remembered; asking costs what the name's own uses cost. */
export class Resolver {
  readonly tree: SyntaxTree
  readonly names: Names
  private readonly library: Library
  private readonly exits = new Exits()
  private readonly reached = new Map<Scope, Map<string, ReadonlyMap<Node, Reaching>>>()
  private readonly asking = new Set<Node>()

  constructor(tree: SyntaxTree, library: Library) {
    this.tree = tree
    this.names = collectNames(tree)
    this.library = library
  }

  text(node: Node): string {
    return this.tree.source.slice(node.start, node.end)
  }

  /** All that the expression may be; one value when it is certain. */
  values(node: Node): readonly Value[] {
    if (this.asking.has(node)) return [{ kind: 'unknown', binding: null }]
    this.asking.add(node)
    const values = distinct(this.evaluate(node))
    this.asking.delete(node)
    // Calling None, or looking into it, raises at once: where the program goes on, it was something else.
    const something = values.filter(value => value.kind !== 'none')
    return something.length > 0 ? something : values
  }

  /** The bindings that reach a read of a name. */
  reaching(node: Node): Reaching {
    return this.lookUp(node, this.names.scopeOf(node))
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
      case 'none':
        return [{ kind: 'none' }]
      default:
        return [literals.has(node.type) ? { kind: 'local' } : { kind: 'unknown', binding: null }]
    }
  }

  private part(node: Node | null | undefined): readonly Value[] {
    return node ? this.values(node) : []
  }

  private nameValues(node: Node): readonly Value[] {
    const reaching = [...this.reaching(node)]
    const bound = reaching.filter(binding => binding !== null)
    const running = bound.filter(binding => !binding.typing)
    const values = (running.length > 0 ? running : bound).flatMap(binding => this.boundValues(binding, node))
    const name = this.text(node)
    if (reaching.includes(null) && builtins.has(name)) return [...values, { kind: 'builtin', name }]
    return running.length > 0 ? values : [...values, { kind: 'unknown', binding: null }]
  }

  private attributeValues(node: Node): readonly Value[] {
    const object = node.child('object')
    const attribute = node.child('attribute')
    if (!object || !attribute) return [{ kind: 'unknown', binding: null }]
    return this.values(object).map(value => memberOf(value, this.text(attribute)))
  }

  private boundValues(binding: Binding, use: Node): readonly Value[] {
    const { bound } = binding
    switch (bound.kind) {
      case 'import': {
        const path = [bound.module, bound.name].filter(Boolean).join('.')
        return [bound.level > 0 ? { kind: 'relative', path: '.'.repeat(bound.level) + path } : { kind: 'path', path }]
      }
      case 'expression':
        return this.values(bound.value)
      case 'parameter':
        return [{ kind: 'local' }, ...(bound.default ? this.values(bound.default).filter(isImported) : [])]
      case 'function':
      case 'class':
        return [{ kind: 'local' }]
      case 'star':
        return [{ kind: 'unknown', binding }]
      default:
        return [{ kind: 'unknown', binding: use === binding.node ? null : binding }]
    }
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
    const uses = (this.names.uses.get(name) ?? []).filter(use => this.sees(use, scope))
    return reachingBindings(this.tree.source, { scope, bindings, uses }, this.exits)
  }

  /** Whether the read gets its value from the scope: it owns the name, or is what a class body falls back to. */
  private sees(use: Use, scope: Scope): boolean {
    let owner: Scope | null = ownerOf(use.name, use.scope)
    while (owner?.kind === 'class' && owner !== scope && owner.parent) owner = ownerOf(use.name, owner.parent)
    return (owner ?? this.names.module) === scope
  }

  private bindingsIn(scope: Scope, name: string): readonly Binding[] {
    const own = scope.bindings.get(name) ?? []
    const stars = scope.bindings.get(star) ?? []
    return [...own, ...stars.flatMap(each => this.starBinding(each, name))]
  }

  private starBinding(binding: Binding, name: string): readonly Binding[] {
    if (binding.bound.kind !== 'star') return []
    const { module, level } = binding.bound
    const exports = level === 0 ? this.library.exports(module) : null
    if (!exports) return [binding]
    return exports.has(name) ? [{ ...binding, name, bound: { kind: 'import', module, level, name } }] : []
  }
}

function isImported(value: Value): boolean {
  return value.kind === 'path' || value.kind === 'relative'
}

function memberOf(value: Value, attribute: string): Value {
  switch (value.kind) {
    case 'path':
    case 'relative':
      return { kind: value.kind, path: `${value.path}.${attribute}` }
    case 'unknown':
      return value
    default:
      return { kind: 'local' }
  }
}
