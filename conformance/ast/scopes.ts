import { collectNames } from '../../src/python/collect.ts'
import type { Names } from '../../src/python/names.ts'
import { ownerOf, type Scope, type ScopeKind, star } from '../../src/python/scope.ts'
import type { SyntaxTree } from '../../src/python/syntax_tree.ts'

/** The names of each scope and where they live, as python/ast_judge.py has them of CPython's symbol table. */
export function scopesOf(tree: SyntaxTree): readonly string[] {
  const names = collectNames(tree)
  const used = usedIn(names)
  // What other scopes bind by `global` is none of the module's own names.
  const module = described(
    names.module,
    names.parts.flatMap(({ bindings }) => [...bindings.keys()]),
    used.get(names.module) ?? [],
  )
  const others = names.parts
    .flatMap(({ scopes }) => scopes)
    .map(scope => described(scope, [...scope.bindings.keys(), ...scope.declared.keys()], used.get(scope) ?? []))
  return [module, ...others].sort()
}

function usedIn(names: Names): ReadonlyMap<Scope, readonly string[]> {
  const used = new Map<Scope, string[]>()
  for (const name of names.used)
    for (const { scope } of names.usesOf(name)) {
      const own = used.get(scope) ?? []
      used.set(scope, own)
      own.push(name)
    }
  return used
}

function described(scope: Scope, own: Iterable<string>, used: readonly string[]): string {
  const names = new Set([...own, ...used])
  const told = [...names].filter(name => !implicit.has(name)).map(name => `${name}:${homeOf(name, scope)}`)
  return `${kinds[scope.kind] ?? scope.kind} ${told.sort().join(' ')}`
}

function homeOf(name: string, scope: Scope): string {
  const owner = ownerOf(name, scope)
  if (!owner?.parent) return 'module'
  return owner === scope ? 'own' : 'outer'
}

const kinds: Readonly<Partial<Record<ScopeKind, string>>> = { generator: 'comprehension' }

/** Names that CPython has by itself, or that the judge leaves out. */
const implicit: ReadonlySet<string> = new Set([star, '__class__', 'annotations', 'division'])
