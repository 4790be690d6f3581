import { toOffset } from '../../text/span.ts'
import { Node } from '../node.ts'
import type { SyntaxTree } from '../syntax_tree.ts'
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
  private readonly parts: number
  private readonly root = new Node('module', 0, 0, true)
  private last: Read | null = null

  /** `otherwise` reads the statements that are not read here. What is read is divided into about so many parts. */
  constructor(otherwise: (source: string) => SyntaxTree, parts = 1) {
    this.otherwise = otherwise
    this.parts = parts
  }

  /** How much of a text, in UTF-16 code units, is as in the text before; null if there was none. */
  sharedWith(source: string): number | null {
    if (!this.last) return null
    const { start, newEnd } = replacedIn(this.last.source, source)
    return start + source.length - newEnd
  }

  parse(source: string): SyntaxTree {
    const { last } = this
    // Where reading ends half-way, so may have moving what was read before.
    this.last = null
    try {
      const size = source.length / this.parts
      // A part may grow before it is divided, so that typing does not divide it each time.
      const reader = new PartReader(source, this.otherwise, last ? 2 * size : size)
      const parts = last ? readAgain(last, source, reader) : reader.read(0, () => false)
      this.last = { source, parts }
      return this.tree(source, parts)
    } catch (error) {
      // Nesting that is too deep for the call stack.
      if (error instanceof RangeError) return this.otherwise(source)
      throw error
    }
  }

  private tree(source: string, parts: readonly Part[]): SyntaxTree {
    const { root } = this
    root.empty()
    for (const { nodes } of parts) for (const node of nodes) root.add(node)
    root.start = root.first?.start ?? toOffset(source.length)
    root.end = toOffset(source.length)
    return {
      source,
      root,
      errors: parts.flatMap(part => part.errors),
      comments: parts.flatMap(part => part.comments),
      parts,
      size: parts.reduce((sum, { listing }) => sum + listing.size, 0),
      depth: parts.reduce((depth, { listing }) => Math.max(depth, listing.depth), 0),
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
