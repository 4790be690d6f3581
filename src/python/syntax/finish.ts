import { Node } from '../node.ts'
import { Listing, type SyntaxTree } from '../syntax_tree.ts'
import type { Comment } from './lexer.ts'

/** Makes a tree of what was read: puts each comment into the innermost node around it, and lists the nodes. */
export function finish(source: string, root: Node, found: readonly Comment[]): SyntaxTree {
  const comments = found.map(({ start, end }) => new Node('comment', start, end, true))
  const listing = new Listing()
  new Comments(comments, listing).visit(root, 0)
  root.start = root.first?.start ?? root.end
  const { byType, size, depth } = listing
  return { source, root, errors: [], comments, byType, size, depth }
}

/** Goes through a tree and its comments together, in the order of the text. */
class Comments {
  private readonly comments: readonly Node[]
  private readonly listing: Listing
  private index = 0

  constructor(comments: readonly Node[], listing: Listing) {
    this.comments = comments
    this.listing = listing
  }

  visit(node: Node, depth: number): void {
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
