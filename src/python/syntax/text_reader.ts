import { toOffset } from '../../text/span.ts'
import { Node } from '../node.ts'
import type { SyntaxTree } from '../syntax_tree.ts'
import { longestLead } from './next_definition.ts'
import { movePart, type Part } from './part.ts'
import { PartReader } from './part_reader.ts'

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
    return [...unchanged(this.last, source).values()].reduce((sum, { start, end }) => sum + end - start, 0)
  }

  parse(source: string): SyntaxTree {
    const { last } = this
    // Where reading ends half-way, so may have moving what was read before.
    this.last = null
    try {
      const size = source.length / this.parts
      // A part may grow before it is divided, so that typing does not divide it each time.
      const reader = new PartReader(source, this.otherwise, last ? 2 * size : size)
      const parts = readAll(reader, source, last ? unchanged(last, source) : new Map())
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

/** Reads a text, but for the parts that are known, by where they begin. */
function readAll(reader: PartReader, source: string, known: ReadonlyMap<number, Part>): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  do {
    const part = known.get(at)
    if (part) movePart(part, at - part.start)
    for (const each of part ? [part] : reader.read(at, place => known.has(place))) parts.push(each)
    at = parts.at(-1)?.end ?? source.length
  } while (at < source.length)
  return parts
}

/** The parts that stand in a text as before, at the same distance from its beginning or from its end, by where that is. */
function unchanged({ source: before, parts }: Read, source: string): ReadonlyMap<number, Part> {
  const more = source.length - before.length
  const known = new Map<number, Part>()
  for (const part of parts) {
    if (isSame(before, part, source, 0)) known.set(part.start, part)
    else if (part.start > 0 && isSame(before, part, source, more)) known.set(part.start + more, part)
  }
  return known
}

/** Whether all that was looked at for a part, and the letter before it, which indents it or not, stands so many code units on. */
function isSame(before: string, part: Part, source: string, by: number): boolean {
  const from = Math.max(0, part.start - 1)
  const to = part.reach + longestLead
  return (
    from + by >= 0 &&
    to >= before.length === to + by >= source.length &&
    before.slice(from, to) === source.slice(from + by, to + by)
  )
}
