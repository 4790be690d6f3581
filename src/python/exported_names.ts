import type { Library } from './library.ts'
import type { Node } from './node.ts'
import { type Scope, star } from './scope.ts'
import { readString } from './string_literal.ts'

type Text = (node: Node) => string

/** The names that a star import of a module binds: those of `__all__` where it is a plain list, else the public ones; null if that is not known. */
export function exportedNames(module: Scope, library: Library, text: Text): ReadonlySet<string> | null {
  const stars = (module.bindings.get(star) ?? []).map(({ bound }) =>
    bound.kind === 'star' ? library.exports(bound.module, bound.level) : null,
  )
  const own = module.bindings.has('__all__') ? listed(module, text) : publicNames(module)
  if (own === null || stars.includes(null)) return null
  return new Set([...own, ...stars.flatMap(names => [...(names ?? [])])])
}

function publicNames(module: Scope): readonly string[] {
  return [...module.bindings.keys()].filter(name => name !== star && !name.startsWith('_'))
}

function listed(module: Scope, text: Text): readonly string[] | null {
  const [only, ...others] = module.bindings.get('__all__') ?? []
  const list = only?.bound.kind === 'expression' && others.length === 0 ? only.bound.value : null
  if (!list || !/^(list|tuple)$/.test(list.type)) return null
  const names = list.parts.map(part => readString(text(part)))
  return names.includes(null) ? null : names.filter(name => name !== null)
}
