import type { Node } from './node.ts'

export interface SyntaxTree {
  readonly source: string
  readonly root: Node
  /** Broken parts of the text in order: nodes that the grammar could not read, and places where it missed a token. */
  readonly errors: readonly Node[]
  readonly comments: readonly Node[]
  /** The named nodes of each type, parents first, in the order of the text. */
  readonly byType: ReadonlyMap<string, readonly Node[]>
  /** How many nodes there are. */
  readonly size: number
  /** How deep the deepest node lies. */
  readonly depth: number
}

/** Lists the nodes of a tree while it is gone through, parents first, in the order of the text. */
export class Listing {
  readonly byType = new Map<string, Node[]>()
  size = 0
  depth = 0

  /** `depth` is how deep the node lies below the root. */
  add(node: Node, depth: number): void {
    this.size++
    if (depth > this.depth) this.depth = depth
    if (!node.named) return
    const same = this.byType.get(node.type)
    if (same) same.push(node)
    else this.byType.set(node.type, [node])
  }

  /** Adds what another listing has, behind what this one has. */
  addAll(other: Pick<SyntaxTree, 'byType' | 'size' | 'depth'>): void {
    this.size += other.size
    this.depth = Math.max(this.depth, other.depth)
    for (const [type, nodes] of other.byType) {
      const same = this.byType.get(type)
      if (!same) this.byType.set(type, [...nodes])
      else for (const node of nodes) same.push(node)
    }
  }
}
