import { Node } from '../node.ts'
import { Listing, type SyntaxTree } from '../syntax_tree.ts'
import { longestLead } from './next_definition.ts'
import { movePart, type Part } from './part.ts'
import { PartReader } from './part_reader.ts'
import { replacedIn } from './replaced.ts'

/** A text, and what was read of it. */
interface Read {
  readonly source: string
  readonly parts: readonly Part[]
}

/**
 * Reads the texts of one document one after the other, of each only the statements that are not as they were before. A tree
 * is only good until the next one is read.
 */
export class TextReader {
  private readonly otherwise: (source: string) => SyntaxTree
  private last: Read | null = null

  /** `otherwise` reads the statements that are not read here. */
  constructor(otherwise: (source: string) => SyntaxTree) {
    this.otherwise = otherwise
  }

  read(source: string): SyntaxTree {
    const { last } = this
    // Where reading ends half-way, so may have moving what was read before.
    this.last = null
    try {
      const reader = new PartReader(source, this.otherwise)
      const parts = last ? readAgain(last, source, reader) : reader.read(0, () => false)
      this.last = { source, parts }
      return treeOf(source, parts)
    } catch (error) {
      // Nesting that is too deep for the call stack.
      if (error instanceof RangeError) return this.otherwise(source)
      throw error
    }
  }
}

function readAgain(before: Read, source: string, reader: PartReader): readonly Part[] {
  const { start, oldEnd, newEnd } = replacedIn(before.source, source)
  const by = newEnd - oldEnd
  const head = headOf(before.parts, start - longestLead)
  // Where the line's end before a part is an old one, the part is not indented now.
  const tail = new Map(
    before.parts.filter(part => part.start > oldEnd && hasStatement(part)).map(part => [part.start + by, part]),
  )
  const from = head.at(-1)?.end ?? 0
  const middle = reader.read(from, place => tail.has(place))
  const end = middle.at(-1)?.end ?? from
  const rest = [...tail.values()].filter(part => part.start + by >= end)
  if (by !== 0) for (const part of rest) movePart(part, by)
  return [...head, ...middle, ...rest]
}

/** The first parts, as far as nothing that was looked at for them lies behind an offset. */
function headOf(parts: readonly Part[], offset: number): readonly Part[] {
  const index = parts.findIndex(part => part.reach >= offset)
  return index < 0 ? parts : parts.slice(0, index)
}

function hasStatement({ nodes }: Part): boolean {
  return nodes.some(({ type }) => type !== 'comment')
}

function treeOf(source: string, parts: readonly Part[]): SyntaxTree {
  const root = new Node('module', 0, source.length, true)
  const listing = new Listing()
  for (const part of parts) {
    for (const node of part.nodes) root.add(node)
    listing.addAll(part.listing)
  }
  root.start = root.first?.start ?? root.end
  const errors = parts.flatMap(part => part.errors)
  const comments = parts.flatMap(part => part.comments)
  const { byType, size, depth } = listing
  return { source, root, errors, comments, byType, size, depth }
}
