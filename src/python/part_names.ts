import { detached } from '../text/detached.ts'
import type { Node } from './node.ts'
import {
  type Assigned,
  type Binding,
  type Bound,
  ownerOf,
  push,
  type Scope,
  type ScopeKind,
  touch,
  type Use,
} from './scope.ts'

/** What a part of a module binds and reads, in the module's scope and in those inside of it. */
export interface PartNames {
  readonly module: Scope
  readonly uses: ReadonlyMap<string, readonly Use[]>
  readonly assigned: readonly Assigned[]
  readonly scopes: readonly Scope[]
  /** The scopes in which nodes stand, and what is below them; what stands in none of them stands in the module's. */
  readonly placed: ReadonlyMap<Node, Scope>
  /** The bindings and declarations of the module's scope. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
  readonly declared: Scope['declared']
  /** Bindings of the module's names by `global` in another scope. */
  readonly remote: readonly Binding[]
  /** All bindings, the module's first. */
  readonly all: readonly Binding[]
  readonly imports: readonly Binding[]
  /** The names that an expression may give its value to, once that was asked. */
  given: ReadonlyMap<Node, readonly string[]> | null
}

/** The names of a part while they are collected. */
export class NameTable {
  private readonly uses = new Map<string, Use[]>()
  private readonly assigned: Assigned[] = []
  private readonly placed = new Map<Node, Scope>()
  private readonly remote: Binding[] = []
  private readonly scopes: Scope[] = []
  private readonly source: string
  private readonly module: Scope

  /** `module` is the scope around the part, which must be empty; it is so again when the part is finished. */
  constructor(source: string, module: Scope) {
    this.source = source
    this.module = module
  }

  text(node: Node): string {
    return detached(this.source.slice(node.start, node.end))
  }

  open(kind: ScopeKind, node: Node, parent: Scope): Scope {
    const scope: Scope = { kind, node, parent, bindings: new Map(), declared: new Map() }
    this.scopes.push(scope)
    return scope
  }

  /** Says that the node and what is below it stands in the scope. */
  place(node: Node, scope: Scope): void {
    this.placed.set(node, scope)
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

  /** All that was collected; the module's scope loses it. */
  finish(): PartNames {
    const { uses, assigned, scopes, placed, remote } = this
    const bindings = new Map(this.module.bindings)
    const declared = new Map(this.module.declared)
    for (const scope of scopes) for (const [name, kind] of scope.declared) this.moveDeclared(scope, name, kind)
    this.module.bindings.clear()
    this.module.declared.clear()
    const all = [...bindings.values(), remote, ...scopes.flatMap(scope => [...scope.bindings.values()])].flat()
    const imports = all.filter(({ bound }) => bound.kind === 'import' || bound.kind === 'star')
    return {
      module: this.module,
      uses,
      assigned,
      scopes,
      placed,
      bindings,
      declared,
      remote,
      all,
      imports,
      given: null,
    }
  }

  /** Bindings of names that are declared `global` or `nonlocal` belong to another scope. */
  private moveDeclared(scope: Scope, name: string, kind: 'global' | 'nonlocal'): void {
    const bindings = scope.bindings.get(name)
    const home = kind === 'global' ? this.module : scope.parent && ownerOf(name, scope.parent)
    // There is no program in which `nonlocal` leads to the module.
    if (!bindings || !home || (kind === 'nonlocal' && home === this.module)) return
    scope.bindings.delete(name)
    const moved = bindings.map(binding => ({ ...binding, scope: home, remote: true }))
    for (const binding of moved) {
      if (home === this.module) this.remote.push(binding)
      else push(home.bindings, name, binding)
    }
  }
}

function walrusHome(scope: Scope): Scope {
  const passing = scope.kind === 'comprehension' || scope.kind === 'generator'
  return passing && scope.parent ? walrusHome(scope.parent) : scope
}
