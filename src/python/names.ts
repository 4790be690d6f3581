import type { Node } from './node.ts'
import type { PartNames } from './part_names.ts'
import { type Assigned, type Binding, push, type Scope, touch, type Use } from './scope.ts'
import type { TreePart } from './syntax_tree.ts'

/** Every scope, binding and read of one module. */
export class Names {
  readonly module: Scope
  readonly parts: readonly PartNames[]
  private readonly around: readonly TreePart[]
  private readonly known = new Map<string, readonly Use[]>()
  private allBindings: readonly Binding[] | null = null
  private allAssigned: readonly Assigned[] | null = null

  /** `parts` are the names of a tree's parts, whose bindings the module's scope gets; it has none yet. */
  constructor(module: Scope, around: readonly TreePart[], parts: readonly PartNames[]) {
    this.module = module
    this.around = around
    this.parts = parts
    for (const { bindings, declared } of parts) {
      for (const [name, own] of bindings) {
        const all = touch(module.bindings, name)
        for (const binding of own) all.push(binding)
      }
      for (const [name, kind] of declared) module.declared.set(name, kind)
    }
    for (const { remote } of parts) for (const binding of remote) push(module.bindings, binding.name, binding)
  }

  /** The bindings of all scopes. */
  get bindings(): readonly Binding[] {
    this.allBindings ??= this.parts.flatMap(({ all }) => all)
    return this.allBindings
  }

  /** The bindings by imports. */
  get imports(): readonly Binding[] {
    return this.parts.flatMap(({ imports }) => imports)
  }

  get assigned(): readonly Assigned[] {
    this.allAssigned ??= this.parts.flatMap(({ assigned }) => assigned)
    return this.allAssigned
  }

  /** The reads of a name. */
  usesOf(name: string): readonly Use[] {
    const known = this.known.get(name) ?? this.parts.flatMap(({ uses }) => uses.get(name) ?? [])
    this.known.set(name, known)
    return known
  }

  /** The names that are read. */
  get used(): ReadonlySet<string> {
    return new Set(this.parts.flatMap(({ uses }) => [...uses.keys()]))
  }

  isRead(name: string): boolean {
    return this.parts.some(({ uses }) => uses.has(name))
  }

  /** Whether anything has the name, or reads it. */
  isTaken(name: string): boolean {
    const has = ({ bindings, declared }: Scope) => bindings.has(name) || declared.has(name)
    return has(this.module) || this.parts.some(({ scopes }) => scopes.some(has)) || this.isRead(name)
  }

  /** The scope in which a node stands. */
  readonly scopeOf = (node: Node): Scope => {
    const placed = this.partAround(node)?.placed
    for (let at: Node | null = placed ? node : null; at; at = at.parent) {
      const scope = placed?.get(at)
      if (scope) return scope
    }
    return this.module
  }

  /** The part in which a node stands. */
  partAround(node: Node): PartNames | undefined {
    let [low, high] = [0, this.parts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      const { start } = this.around[middle] ?? { start: 0 }
      if (start <= node.start) low = middle
      else high = middle
    }
    return this.parts[low]
  }
}
