import { builtins } from '../python/builtins.ts'
import type { Node } from '../python/node.ts'
import { Resolver } from '../python/resolver.ts'
import { ownerOf } from '../python/scope.ts'
import { contains } from '../text/span.ts'
import { deepest } from './check_source.ts'
import type { Means } from './means.ts'
import type { Message } from './message.ts'
import type { VerifyMessage } from './verify_message.ts'

/** A text that is one call and nothing else. */
export interface LoneCall {
  readonly kind: 'call'
  readonly resolver: Resolver
  readonly call: Node
  readonly callee: Node
}

/** Reads a text as one call; a byte order mark, white space and parentheses around it do not matter. */
export function loneCall(text: string, { parser, libraries }: Means): LoneCall | Message {
  const tree = parser.parse(text.trim())
  if (tree.depth > deepest) return { id: 'file.too-deep', depth: tree.depth, limit: deepest }
  const [error] = tree.errors
  if (error) return { id: 'verify.syntax', text: tree.source.slice(error.start, error.end) || tree.source }
  const [statement, ...more] = tree.root.parts
  if (!statement) return { id: 'verify.empty' }
  if (more.length > 0) return { id: 'verify.several', count: more.length + 1 }
  const call = expressionOf(statement)
  const callee = call?.type === 'call' ? call.child('function') : null
  const notCall: VerifyMessage = { id: 'verify.not-a-call', text: tree.source }
  return call && callee ? { kind: 'call', resolver: new Resolver(tree, libraries.library), call, callee } : notCall
}

function expressionOf(statement: Node): Node | null {
  let [node, ...more] = statement.type === 'expression_statement' ? statement.parts : []
  while (node?.type === 'parenthesized_expression') [node, ...more] = node.parts
  return more.length > 0 ? null : (node ?? null)
}

/** The call's own text. */
export function textOf({ resolver, call }: LoneCall): string {
  return resolver.text(call)
}

/** The last name of what is called, whatever stands before it. */
export function lastName({ resolver, callee }: LoneCall): string {
  return resolver.text((callee.type === 'attribute' && callee.child('attribute')) || callee)
}

/** The names that a part of the text reads and nothing in it binds, but for Python's own. */
export function freeNames(resolver: Resolver, within: Node): readonly string[] {
  return [...resolver.names.used].filter(name => {
    const inside = resolver.names.usesOf(name).filter(({ node }) => contains(within, node))
    return !builtins.has(name) && inside.some(use => ownerOf(name, use.scope) === null)
  })
}
