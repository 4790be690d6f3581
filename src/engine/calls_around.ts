import type { Api } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import type { SyntaxTree } from '../python/parser.ts'
import { contains, type Offset, type Span, span } from '../text/span.ts'

/** A call of a source text. */
export interface CallSite {
  readonly span: Span
  /** Where what is called stands. */
  readonly callee: Span
  /** The call as one of the API's class, under torch's own name where the text has another one for it. */
  readonly text: string
  /** Whether the text itself has the class's name. */
  readonly isNamed: boolean
}

/** The calls around an offset, the innermost first. */
export function callsAround(
  { root, source }: SyntaxTree,
  offset: Offset,
  { name, signature }: Api,
): readonly CallSite[] {
  return callsIn(root, span(offset, offset)).map((call): CallSite => {
    const callee = call.child('function') ?? call
    const text = source.slice(call.start, call.end)
    const isNamed = source.slice(callee.start, callee.end).endsWith(name)
    const own = `${signature.path}${text.slice(callee.end - call.start)}`
    return {
      span: span(call.start, call.end),
      callee: span(callee.start, callee.end),
      text: isNamed ? text : own,
      isNamed,
    }
  })
}

function callsIn(root: Node, place: Span): readonly Node[] {
  const found: Node[] = []
  for (let at: Node | undefined = root; at; at = at.children.find(child => contains(child, place))) {
    if (at.type === 'call') found.unshift(at)
  }
  return found
}
