import type { Node } from '../../src/python/node.ts'

/** A parameter, as Python's `ast` has it. */
export interface Parameter {
  readonly kind: 'posonlyargs' | 'args' | 'vararg' | 'kwonlyargs' | 'kwarg'
  readonly name: Node
  readonly annotation: Node | null
  readonly default: Node | null
}

/** The parameters of a `def` or `lambda`, in the order of the text. */
export function parametersOf(list: Node | null): readonly Parameter[] {
  const found: Parameter[] = []
  let isKeywordOnly = false
  for (const part of list?.parts ?? []) {
    if (part.type === 'positional_separator') {
      for (const [at, each] of found.entries()) found[at] = { ...each, kind: 'posonlyargs' }
      continue
    }
    const inner = part.child('name') ?? (part.type === 'typed_parameter' ? part.parts[0] : part)
    const name = inner?.type === 'identifier' ? inner : inner?.parts[0]
    if (name) found.push({ ...shape(part, inner, isKeywordOnly), name })
    if (part.type === 'keyword_separator' || inner?.type === 'list_splat_pattern') isKeywordOnly = true
  }
  return found
}

function shape(part: Node, inner: Node | undefined, isKeywordOnly: boolean): Omit<Parameter, 'name'> {
  const named = isKeywordOnly ? 'kwonlyargs' : 'args'
  const starred = inner?.type === 'list_splat_pattern' ? 'vararg' : 'kwarg'
  const kind = inner?.type === 'list_splat_pattern' || inner?.type === 'dictionary_splat_pattern' ? starred : named
  return { kind, annotation: part.child('type'), default: part.child('value') }
}
