import { toOffset } from '../../text/span.ts'
import { Node, type Shift } from '../node.ts'
import { Learned, Listing, type SyntaxTree, type TreePart } from '../syntax_tree.ts'
import type { Blocks } from './blocks.ts'
import { CommentPlacer } from './comment_placer.ts'

/** A part of a module that can be read by itself: whole statements, and all up to the next one. */
export interface Part extends TreePart {
  start: number
  end: number
  /** The text up to here was looked at, and some letters behind it. */
  reach: number
  /** Children of the module. */
  readonly nodes: Node[]
  readonly comments: Node[]
  readonly errors: readonly Node[]
  readonly listing: Listing
  readonly shift: Shift
}

/** A part with nothing in it yet. */
export function partAt(start: number): Part {
  return {
    start,
    end: start,
    reach: start,
    nodes: [],
    comments: [],
    errors: [],
    listing: new Listing(),
    learned: new Learned(),
    shift: { by: 0 },
  }
}

/**
 * Reads the statement at which the reader is, or the simple ones of a line, to the end of a part. Without one, there are the
 * comments of an otherwise empty module. Where it throws, the part is as it was.
 */
export function readInto(part: Part, reader: Blocks): void {
  const module = new Node('module', part.end, part.end, true)
  if (!reader.isAtEnd) reader.ownStatementIn(module)
  const end = reader.place
  module.end = toOffset(end)
  const comments = reader.takeComments().map(each => new Node('comment', each.start, each.end, true))
  new CommentPlacer(comments, part).visit(module)
  for (const comment of comments) part.comments.push(comment)
  for (let node = module.first; node; node = node.next) part.nodes.push(node)
  part.end = end
  part.reach = end
}

/** A part as the grammar reads it by itself. */
export function parsedPart(start: number, reach: number, { source, root, comments, errors, parts }: SyntaxTree): Part {
  const isModule = root.type === 'module'
  const listing = new Listing()
  if (!isModule) listing.add(root, 1)
  for (const each of parts) listing.addAll(each.listing)
  const shift = { by: start }
  const nodes = isModule ? [...root.children] : [root]
  for (const node of nodes) moveWith(node, shift)
  return {
    start,
    end: start + source.length,
    reach,
    nodes,
    comments: [...comments],
    errors,
    listing,
    learned: new Learned(),
    shift,
  }
}

function moveWith(node: Node, shift: Shift): void {
  node.shift = shift
  for (let child = node.first; child; child = child.next) moveWith(child, shift)
}

/** Moves a part, and all that is in it, by some UTF-16 code units. */
export function movePart(part: Part, by: number): void {
  part.start += by
  part.end += by
  part.reach += by
  part.shift.by += by
}
