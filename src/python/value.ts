import type { Change } from './changes.ts'
import type { Node } from './node.ts'

/** The module in which something stands, by which what is in it has to be read. */
export interface Home {
  readonly tree: { readonly source: string }
  text(node: Node): string
  values(node: Node): readonly Value[]
  isCertainly(node: Node, name: string): boolean
  /** What a value has under a name. */
  member(value: Value, name: string): readonly Value[]
  /** What a name of the module is when the module has run; null when nothing binds it. */
  exported(name: string): readonly Value[] | null
  /** The expressions whose value a name may have; null where something else may give it one. */
  given(name: Node): readonly Node[] | null
  /** The names that the body of a class binds. */
  attributeNames(definition: Node): readonly string[]
  /** What the program does to what the expression names, after it was made. */
  changes(node: Node): Change
  /**
   * What a value is, where it leads into another module; otherwise the value itself. Another module's class is told as such
   * where it may hold torch's, or with `anyClass`.
   */
  readonly follow: (value: Value, anyClass?: boolean) => readonly Value[]
}

/** A function or lambda of a module in view. */
export interface FunctionValue {
  readonly kind: 'function'
  readonly definition: Node
  readonly home: Home
}

/** A class of a module in view. */
export interface ClassValue {
  readonly kind: 'class'
  readonly definition: Node
  readonly home: Home
}

/** What an expression may be, as far as names tell. */
export type Value =
  /** Something reached by an absolute import, by its dotted path: a module or what is in it. */
  | { readonly kind: 'path'; readonly path: string }
  /** Something in another module of the same package. */
  | { readonly kind: 'relative'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  /** A text that stands in a module in view. */
  | { readonly kind: 'string'; readonly node: Node; readonly home: Home }
  /** A parameter, other plain literal or result of this module: certainly not a library's. */
  | { readonly kind: 'local' }
  /** A tuple, list or dictionary that stands in a module in view, or the arguments of a call that makes one. */
  | { readonly kind: 'literal'; readonly node: Node; readonly home: Home }
  /** A member of another value, under a name that is only known in part, where that module puts it together. */
  | { readonly kind: 'member'; readonly of: Value; readonly pattern: RegExp; readonly home: Home }
  | FunctionValue
  | ClassValue
  /** A module in view. */
  | { readonly kind: 'module'; readonly home: Home }
  /** An object of such a class. */
  | { readonly kind: 'instance'; readonly of: ClassValue }
  /** The object whose method this is, and an attribute of it that the class does not tell. */
  | { readonly kind: 'self' }
  | { readonly kind: 'own' }
  /** Nothing can be said. */
  | { readonly kind: 'unknown' }

export const unknown: Value = { kind: 'unknown' }
export const local: Value = { kind: 'local' }

const key = (value: Value): string | Node => {
  switch (value.kind) {
    case 'member':
      return `member ${value.pattern.source} of ${key(value.of)}`
    case 'path':
    case 'relative':
      return `${value.kind} ${value.path}`
    case 'builtin':
      return `builtin ${value.name}`
    case 'instance':
      return `instance of ${key(value.of)}`
    case 'literal':
    case 'string':
      return value.node
    case 'function':
    case 'class':
      return value.definition
    default:
      return value.kind
  }
}

/** Values without repetitions, in the order of their first places. */
export function distinct(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map(value => [key(value), value])).values()]
}

/** What an expression may be, past other modules; `anyClass` as in Home. */
export function followed(node: Node, home: Home, anyClass = false): readonly Value[] {
  return home.values(node).flatMap(value => home.follow(value, anyClass))
}

/** The builtins, and the dotted paths, that a value may be. */
export function namesOf(values: readonly Value[]): readonly string[] {
  return values.flatMap(value => (value.kind === 'builtin' ? value.name : value.kind === 'path' ? value.path : []))
}

/** The builtin, or the dotted path, that a value certainly is; null for any other. */
export function certainName([only, ...others]: readonly Value[]): string | null {
  if (!only || others.length > 0) return null
  return namesOf([only])[0] ?? null
}
