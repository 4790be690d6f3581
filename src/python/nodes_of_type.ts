import { detached } from '../text/detached.ts'
import type { Node } from './node.ts'
import { push } from './scope.ts'
import type { SyntaxTree, TreePart } from './syntax_tree.ts'

/** The attributes of a tree by their last name, each name's in the order of the text. */
export function attributesNamed({ source, parts }: SyntaxTree, name: string): readonly Node[] {
  return parts.flatMap(part => {
    part.learned.attributes ??= byName(part, source)
    return part.learned.attributes.get(name) ?? []
  })
}

function byName(part: TreePart, source: string): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>()
  for (const node of part.listing.byType.get('attribute') ?? []) {
    const last = node.child('attribute')
    if (last) push(index, detached(source.slice(last.start, last.end)), node)
  }
  return index
}

/** The named nodes of some types, each type's in the order of the text. */
export function nodesOfType({ parts }: SyntaxTree, ...types: readonly string[]): readonly Node[] {
  const nodes: Node[] = []
  for (const type of types)
    for (const { listing } of parts) for (const node of listing.byType.get(type) ?? []) nodes.push(node)
  return nodes
}
