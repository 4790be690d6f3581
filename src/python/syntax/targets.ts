import type { Node } from '../node.ts'
import { NotRead } from './not_read.ts'

/** What can be bound or set by itself. */
export const plainTargets: ReadonlySet<string> = new Set(['identifier', 'attribute', 'subscript'])

const patterns: ReadonlyMap<string, string> = new Map([
  ['expression_list', 'pattern_list'],
  ['tuple', 'tuple_pattern'],
  ['parenthesized_expression', 'tuple_pattern'],
  ['list', 'list_pattern'],
  ['list_splat', 'list_splat_pattern'],
])

/**
 * Makes what was read as an expression the target of an assignment that it turned out to be.
 * @throws NotRead when it cannot be one
 */
export function toTarget(node: Node): Node {
  if (plainTargets.has(node.type)) return node
  const type = patterns.get(node.type)
  if (type === undefined) throw new NotRead(node.start)
  for (const child of node.children) if (child.named) toTarget(child)
  node.type = type
  return node
}
