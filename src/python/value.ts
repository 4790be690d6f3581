import type { Binding } from './scope.ts'

/** What an expression may be, as far as names tell. */
export type Value =
  /** Something reached by an absolute import, by its dotted path: a module or what is in it. */
  | { readonly kind: 'path'; readonly path: string }
  /** Something in another module of the same package. */
  | { readonly kind: 'relative'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'none' }
  /** A class, function, parameter or literal of this module: certainly not a library's. */
  | { readonly kind: 'local' }
  /** Nothing can be said; `binding` is where the trail ends, null where the name is not bound at all. */
  | { readonly kind: 'unknown'; readonly binding: Binding | null }

const key = (value: Value): string => {
  switch (value.kind) {
    case 'path':
    case 'relative':
      return `${value.kind} ${value.path}`
    case 'builtin':
      return `builtin ${value.name}`
    case 'unknown':
      return `unknown ${value.binding?.node.start}`
    default:
      return value.kind
  }
}

export function distinct(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map(value => [key(value), value])).values()]
}
