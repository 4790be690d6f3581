import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'

const attributes = new WeakMap<SyntaxTree, ReadonlyMap<string, readonly Node[]>>()

/** The attributes of a tree by their last name, each name's in the order of the text. */
export function attributesNamed(tree: SyntaxTree, name: string): readonly Node[] {
  const index = attributes.get(tree) ?? byName(tree)
  return index.get(name) ?? []
}

function byName(tree: SyntaxTree): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>()
  for (const node of nodesOfType(tree, 'attribute')) {
    const last = node.child('attribute')
    if (last) push(index, tree.source.slice(last.start, last.end), node)
  }
  attributes.set(tree, index)
  return index
}

function push(index: Map<string, Node[]>, key: string, node: Node): void {
  const same = index.get(key)
  if (same) same.push(node)
  else index.set(key, [node])
}

const indexes = new WeakMap<SyntaxTree, ReadonlyMap<string, readonly Node[]>>()

/** The named nodes of some types, each type's in the order of the text; a tree is gone through once for all of them. */
export function nodesOfType(tree: SyntaxTree, ...types: readonly string[]): readonly Node[] {
  const index = indexes.get(tree) ?? indexed(tree)
  const [only, ...others] = types
  if (only !== undefined && others.length === 0) return index.get(only) ?? []
  return types.flatMap(type => index.get(type) ?? [])
}

function indexed(tree: SyntaxTree): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>()
  for (const node of tree.nodes) if (node.named) push(index, node.type, node)
  indexes.set(tree, index)
  return index
}
