import { Exits } from './exits.ts'
import { reachingBindings } from './flow.ts'
import type { Library } from './library.ts'
import type { Names } from './names.ts'
import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'
import { type Binding, ownerOf, type Scope, star, type Use } from './scope.ts'
import { type Reaching, unbound } from './state.ts'

type Found = ReadonlyMap<Node, Reaching>

/** Tells which bindings the reads of names see. Answers are remembered; asking costs what the name's own uses cost. */
export class Reads {
  private readonly tree: SyntaxTree
  private readonly names: Names
  private readonly library: Library
  private readonly exits = new Exits()
  private readonly reached = new Map<Scope, Map<string, Found>>()
  private readonly usesByScope = new Map<string, ReadonlyMap<Scope, readonly Use[]>>()

  constructor(tree: SyntaxTree, names: Names, library: Library) {
    this.tree = tree
    this.names = names
    this.library = library
  }

  /** The bindings that a read of the name, from the scope, sees. */
  reaching(node: Node, name: string, scope: Scope): Reaching {
    const owner = ownerOf(name, scope) ?? this.names.module
    const reaching = this.reachingIn(owner, name).get(node) ?? this.anywhere(owner, name)
    if (owner.kind !== 'class' || !owner.parent || !reaching.has(null)) return reaching
    // A class body falls back to the names around it.
    return new Set([...[...reaching].filter(binding => binding !== null), ...this.reaching(node, name, owner.parent)])
  }

  /** The bindings of the scope's name that hold when the scope has run; none where nothing binds it. */
  atEnd(scope: Scope, name: string): Reaching {
    return this.reachingIn(scope, name).get(scope.node) ?? new Set()
  }

  /** For scopes without statements of their own, and for reads that the flow does not pass. */
  private anywhere(owner: Scope, name: string): Reaching {
    const bindings = this.bindingsIn(owner, name)
    return bindings.length > 0 ? new Set(bindings) : unbound
  }

  private reachingIn(scope: Scope, name: string): Found {
    const known = this.reached.get(scope) ?? new Map<string, Found>()
    this.reached.set(scope, known)
    const answer = known.get(name) ?? this.flow(scope, name)
    known.set(name, answer)
    return answer
  }

  private flow(scope: Scope, name: string): Found {
    const bindings = this.bindingsIn(scope, name)
    if (bindings.length === 0 || !/^(module|function|class)$/.test(scope.kind)) return new Map()
    const uses = this.usesOf(name).get(scope) ?? []
    return reachingBindings(this.tree.source, { scope, bindings, uses }, this.exits)
  }

  /** The reads of a name by the scopes that may give them their value: the owner, and what a class body falls back to. */
  private usesOf(name: string): ReadonlyMap<Scope, readonly Use[]> {
    const known = this.usesByScope.get(name)
    if (known) return known
    const groups = new Map<Scope, Use[]>()
    for (const use of this.names.usesOf(name))
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
