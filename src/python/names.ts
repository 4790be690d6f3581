import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'
import { type Binding, type Bound, moduleOf, ownerOf, type Scope, type ScopeKind, type Use } from './scope.ts'

/** An attribute or subscript that something is assigned to. */
export interface Assigned {
  readonly node: Node
  readonly scope: Scope
}

/** Every scope, binding and read of one module. */
export interface Names {
  readonly module: Scope
  readonly scopes: readonly Scope[]
  /** The bindings of all scopes. */
  readonly bindings: readonly Binding[]
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly assigned: readonly Assigned[]
  readonly scopeOf: (node: Node) => Scope
}

/** Names while they are collected. */
export class NameTable implements Names {
  readonly module: Scope
  readonly scopes: Scope[] = []
  readonly uses = new Map<string, Use[]>()
  readonly assigned: Assigned[] = []
  private readonly source: string
  private readonly scopeByNode = new Map<Node, Scope>()

  private all: readonly Binding[] | null = null

  constructor({ source, root }: SyntaxTree) {
    this.source = source
    this.module = this.open('module', root, null)
  }

  text(node: Node): string {
    return this.source.slice(node.start, node.end)
  }

  get bindings(): readonly Binding[] {
    this.all ??= this.scopes.flatMap(scope => [...scope.bindings.values()].flat())
    return this.all
  }

  readonly scopeOf = (node: Node): Scope => {
    for (let at: Node | null = node; at; at = at.parent) {
      const scope = this.scopeByNode.get(at)
      if (scope) return scope
    }
    return this.module
  }

  open(kind: ScopeKind, node: Node, parent: Scope | null): Scope {
    const scope: Scope = { kind, node, parent, bindings: new Map(), declared: new Map() }
    this.scopes.push(scope)
    return scope
  }

  /** Says that the node and what is below it stands in the scope. */
  place(node: Node, scope: Scope): void {
    this.scopeByNode.set(node, scope)
  }

  read(node: Node, scope: Scope): void {
    const name = this.text(node)
    push(this.uses, name, { name, node, scope })
  }

  /** `typing` tells whether the binding stands under `if TYPE_CHECKING:`. */
  bind(name: string, bound: Bound, node: Node, scope: Scope, typing: boolean): void {
    const home = bound.kind === 'expression' && node.parent?.type === 'named_expression' ? walrusHome(scope) : scope
    push(home.bindings, name, { name, bound, node, scope: home, remote: false, typing })
  }

  /** `x: int` makes x a name of the scope without giving it a value. */
  announce(node: Node, scope: Scope): void {
    touch(scope.bindings, this.text(node))
  }

  assign(node: Node, scope: Scope): void {
    this.assigned.push({ node, scope })
    this.place(node, scope)
  }

  /** Bindings of names that are declared `global` or `nonlocal` belong to another scope. */
  moveDeclared(): void {
    for (const scope of this.scopes) for (const [name, kind] of scope.declared) moveDeclared(scope, name, kind)
  }
}

function moveDeclared(scope: Scope, name: string, kind: 'global' | 'nonlocal'): void {
  const bindings = scope.bindings.get(name)
  const home = kind === 'global' ? moduleOf(scope) : scope.parent && ownerOf(name, scope.parent)
  if (!bindings || !home || home === scope) return
  scope.bindings.delete(name)
  for (const binding of bindings) push<Binding>(home.bindings, name, { ...binding, scope: home, remote: true })
}

function walrusHome(scope: Scope): Scope {
  const passing = scope.kind === 'comprehension' || scope.kind === 'generator'
  return passing && scope.parent ? walrusHome(scope.parent) : scope
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  touch(map, key).push(value)
}

function touch<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}
