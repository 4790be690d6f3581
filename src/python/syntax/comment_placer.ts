import type { Node, Shift } from '../node.ts'
import type { Listing } from '../syntax_tree.ts'

/** What nodes become part of. */
interface Placed {
  readonly listing: Listing
  readonly shift: Shift
}

/** Goes through what was read and its comments together, in the order of the text; and makes all nodes part of something. */
export class CommentPlacer {
  private readonly comments: readonly Node[]
  private readonly part: Placed
  private index = 0

  constructor(comments: readonly Node[], part: Placed) {
    this.comments = comments
    this.part = part
  }

  /** Puts each comment into the innermost node around it. */
  visit(node: Node, depth = 0): void {
    let before: Node | null = null
    for (let child = node.first; child; child = child.next) {
      before = this.insertUpTo(child.start, node, before, depth)
      this.place(child, depth + 1)
      if (child.first) this.visit(child, depth + 1)
      before = child
    }
    this.insertUpTo(node.end, node, before, depth)
  }

  private place(node: Node, depth: number): void {
    node.shift = this.part.shift
    this.part.listing.add(node, depth)
  }

  /** Gives a node the comments that begin before an offset, behind one of its children. */
  private insertUpTo(end: number, node: Node, behind: Node | null, depth: number): Node | null {
    let before = behind
    for (;;) {
      const comment = this.comments[this.index]
      if (!comment || comment.start >= end) return before
      node.insert(comment, before)
      this.place(comment, depth + 1)
      this.index++
      before = comment
    }
  }
}
