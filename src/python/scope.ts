import type { Node } from './node.ts'

/** `types` holds the type parameters of a function or class; `generator` is a comprehension that runs later. */
export type ScopeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'generator' | 'types'

export interface Scope {
  readonly kind: ScopeKind
  readonly node: Node
  readonly parent: Scope | null
  readonly bindings: Map<string, Binding[]>
  readonly declared: Map<string, 'global' | 'nonlocal'>
}

/** What gives a name its value. `module` is dotted, `level` the number of leading dots. */
export type Bound =
  | { readonly kind: 'import'; readonly module: string; readonly level: number; readonly name: string | null }
  | { readonly kind: 'star'; readonly module: string; readonly level: number }
  | { readonly kind: 'expression'; readonly value: Node }
  | { readonly kind: 'parameter'; readonly default: Node | null }
  | { readonly kind: 'function'; readonly definition: Node }
  | { readonly kind: 'class'; readonly definition: Node }
  | { readonly kind: 'deleted' }
  /** A loop or `with` target, an unpacked element, a caught exception, a capture: some value, or what the path leads to in `source`. */
  | { readonly kind: 'part'; readonly source: Node | null; readonly path: readonly Place[] }

/** One item after another of what can be gone through, any of them, or the one at an index. */
export type Place = 'each' | 'any' | number

/** A place that binds (or deletes) a name. */
export interface Binding {
  /** `*` for a star import. */
  readonly name: string
  readonly bound: Bound
  /** The name itself, or the whole import's name part. */
  readonly node: Node
  readonly scope: Scope
  /** Bound from another scope by `global` or `nonlocal`, so at any time. */
  readonly remote: boolean
  /** Inside `if TYPE_CHECKING:`, so never when the program runs. */
  readonly typing: boolean
}

/** A name that is read. */
export interface Use {
  readonly name: string
  readonly node: Node
  readonly scope: Scope
}

/** An attribute or subscript that something is assigned to. */
export interface Assigned {
  readonly node: Node
  readonly scope: Scope
}

export const star = '*'

/** The scope whose binding of `name` a read in `from` sees, by Python's rules; null when only builtins (or a star import) can have it. */
export function ownerOf(name: string, from: Scope): Scope | null {
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const declared = scope.declared.get(name)
    if (declared === 'global') return moduleOf(scope)
    if (declared === 'nonlocal' || (scope.kind === 'class' && scope !== from)) continue
    if (scope.bindings.has(name)) return scope
  }
  return null
}

/** The outermost scope. */
export function moduleOf(scope: Scope): Scope {
  return scope.parent ? moduleOf(scope.parent) : scope
}

/** Puts a value behind the others under a key. */
export function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  touch(map, key).push(value)
}

/** The list under a key, a new one if there is none. */
export function touch<K, T>(map: Map<K, T[]>, key: K): T[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}
