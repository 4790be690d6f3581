import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'

const indexes = new WeakMap<SyntaxTree, ReadonlyMap<string, readonly Node[]>>()

/** The nodes of some types, each type's in the order of the text; a tree is gone through once for all of them. */
export function nodesOfType(tree: SyntaxTree, ...types: readonly string[]): readonly Node[] {
  const index = indexes.get(tree) ?? indexed(tree)
  const [only, ...others] = types
  if (only !== undefined && others.length === 0) return index.get(only) ?? []
  return types.flatMap(type => index.get(type) ?? [])
}

function indexed(tree: SyntaxTree): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>()
  for (const node of tree.nodes) {
    const same = index.get(node.type)
    if (same) same.push(node)
    else index.set(node.type, [node])
  }
  indexes.set(tree, index)
  return index
}
