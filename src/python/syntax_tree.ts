import type { Node } from './node.ts'
import type { PartNames } from './part_names.ts'

export interface SyntaxTree {
  readonly source: string
  readonly root: Node
  /** Broken parts of the text in order: nodes that the grammar could not read, and places where it missed a token. */
  readonly errors: readonly Node[]
  readonly comments: readonly Node[]
  /** What the module is made of, in order; the same objects for what was in the text before, where a document is followed. */
  readonly parts: readonly TreePart[]
  /** How many nodes there are. */
  readonly size: number
  /** How deep the deepest node lies. */
  readonly depth: number
}

/** Some of a module's statements. */
export interface TreePart {
  /** UTF-16 code units from the text's beginning. */
  readonly start: number
  /** Children of the module. */
  readonly nodes: readonly Node[]
  readonly listing: Listed
  readonly learned: Learned
}

/**
 * What was worked out of a part, and is good as long as the part is. It stands here rather than in a WeakMap: there V8 takes it
 * for alive, and with it the whole tree, until it next goes through all memory.
 */
export class Learned {
  names: PartNames | null = null
  attributes: ReadonlyMap<string, readonly Node[]> | null = null
}

/** What is known of the nodes of a part. */
export interface Listed {
  /** The named nodes of each type, parents first, in the order of the text. */
  readonly byType: ReadonlyMap<string, readonly Node[]>
  readonly size: number
  readonly depth: number
}

/** Lists the nodes of a tree while it is gone through, parents first, in the order of the text. */
export class Listing implements Listed {
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
  addAll(other: Listed): void {
    this.size += other.size
    this.depth = Math.max(this.depth, other.depth)
    for (const [type, nodes] of other.byType) {
      const same = this.byType.get(type)
      if (!same) this.byType.set(type, [...nodes])
      else for (const node of nodes) same.push(node)
    }
  }
}
