import type { Node } from './node.ts'

/** The module in which something stands, by which what is in it has to be read. */
export interface Home {
  text(node: Node): string
  values(node: Node): readonly Value[]
  /** What a value is, where it leads into another module. */
  follow(value: Value): readonly Value[]
}

/** What an expression may be, as far as names tell. */
export type Value =
  /** Something reached by an absolute import, by its dotted path: a module or what is in it. */
  | { readonly kind: 'path'; readonly path: string }
  /** Something in another module of the same package. */
  | { readonly kind: 'relative'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  /** A parameter, plain literal or result of this module: certainly not a library's. */
  | { readonly kind: 'local' }
  /** A tuple, list or dictionary that stands in a module in view. */
  | { readonly kind: 'literal'; readonly node: Node; readonly home: Home }
  /** A member of another value, under a name that is only known in part. */
  | { readonly kind: 'member'; readonly of: Value; readonly pattern: RegExp }
  /** A function or class of a module in view. */
  | { readonly kind: 'function'; readonly definition: Node; readonly home: Home }
  | { readonly kind: 'class'; readonly definition: Node; readonly home: Home }
  /** The object whose method this is, and an attribute of it that the class does not tell. */
  | { readonly kind: 'self' }
  | { readonly kind: 'own' }
  /** Nothing can be said. */
  | { readonly kind: 'unknown' }

const key = (value: Value): string => {
  switch (value.kind) {
    case 'member':
      return `member ${value.pattern.source} of ${key(value.of)}`
    case 'path':
    case 'relative':
      return `${value.kind} ${value.path}`
    case 'builtin':
      return `builtin ${value.name}`
    case 'literal':
      return `literal ${value.node.start}`
    case 'function':
    case 'class':
      return `${value.kind} ${value.definition.start}`
    default:
      return value.kind
  }
}

/** Values without repetitions, in the order of their first places. */
export function distinct(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map(value => [key(value), value])).values()]
}
