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

/** The named nodes of some types, each type's in the order of the text. */
export function nodesOfType({ byType }: SyntaxTree, ...types: readonly string[]): readonly Node[] {
  const [only, ...others] = types
  if (only !== undefined && others.length === 0) return byType.get(only) ?? []
  return types.flatMap(type => byType.get(type) ?? [])
}
