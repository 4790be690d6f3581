import type { Node } from '../node.ts'
import { Listing } from '../syntax_tree.ts'

/** Goes through what was read and its comments together, in the order of the text; lists all nodes on the way. */
export class CommentPlacer {
  readonly listing = new Listing()
  private readonly comments: readonly Node[]
  private index = 0

  constructor(comments: readonly Node[]) {
    this.comments = comments
  }

  /** Puts each comment into the innermost node around it. */
  visit(node: Node, depth = 0): void {
    let before: Node | null = null
    for (let child = node.first; child; child = child.next) {
      before = this.insertUpTo(child.start, node, before, depth)
      this.listing.add(child, depth + 1)
      if (child.first) this.visit(child, depth + 1)
      before = child
    }
    this.insertUpTo(node.end, node, before, depth)
  }

  /** Gives a node the comments that begin before an offset, behind one of its children. */
  private insertUpTo(end: number, node: Node, behind: Node | null, depth: number): Node | null {
    let before = behind
    for (;;) {
      const comment = this.comments[this.index]
      if (!comment || comment.start >= end) return before
      node.insert(comment, before)
      this.listing.add(comment, depth + 1)
      this.index++
      before = comment
    }
  }
}
