import { toOffset } from '../../text/span.ts'
import { Node } from '../node.ts'
import { Listing, type SyntaxTree } from '../syntax_tree.ts'
import type { Blocks } from './blocks.ts'
import { CommentPlacer } from './comment_placer.ts'

/** A part of a module that can be read by itself: a statement, or the simple ones of a line, and all up to the next one. */
export interface Part {
  start: number
  end: number
  /** The text up to here was looked at, and some letters behind it. */
  reach: number
  /** Children of the module. */
  readonly nodes: readonly Node[]
  readonly comments: readonly Node[]
  readonly errors: readonly Node[]
  readonly listing: Listing
}

/** Reads the statement at which the reader is. Without one, a part is the comments of an otherwise empty module. */
export function readPart(reader: Blocks, start: number): Part {
  const module = new Node('module', start, start, true)
  if (!reader.isAtEnd) reader.ownStatementIn(module)
  const end = reader.place
  module.end = toOffset(end)
  const comments = reader.takeComments().map(each => new Node('comment', each.start, each.end, true))
  const placer = new CommentPlacer(comments)
  placer.visit(module)
  return { start, end, reach: end, nodes: module.children, comments, errors: [], listing: placer.listing }
}

/** A part as the grammar reads it by itself. */
export function parsedPart(start: number, reach: number, { source, root, ...tree }: SyntaxTree): Part {
  const { comments, errors } = tree
  const isModule = root.type === 'module'
  const listing = new Listing()
  if (!isModule) listing.add(root, 1)
  listing.addAll(tree)
  const part: Part = {
    start: 0,
    end: source.length,
    reach: reach - start,
    nodes: isModule ? root.children : [root],
    comments,
    errors,
    listing,
  }
  movePart(part, start)
  return part
}

/** Moves a part, and all that is in it, by some UTF-16 code units. */
export function movePart(part: Part, by: number): void {
  part.start += by
  part.end += by
  part.reach += by
  for (const node of part.nodes) move(node, by)
}

function move(node: Node, by: number): void {
  node.start = toOffset(node.start + by)
  node.end = toOffset(node.end + by)
  for (let child = node.first; child; child = child.next) move(child, by)
}
