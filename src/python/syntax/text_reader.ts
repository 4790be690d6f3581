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

/** Parts that are not read again, by where they begin in the new text. */
type Known = ReadonlyMap<number, Part>

/**
 * Reads the texts of one document one after the other, of each only the statements that are not as they were before. A tree
 * is only good until the next one is read.
 */
export class TextReader {
  private readonly otherwise: (source: string) => SyntaxTree
  private readonly parts: number
  private readonly root = new Node('module', 0, 0, true)
  private last: Read | null = null
  /** The text that was compared last with the one before, and what they share. */
  private compared: { readonly source: string; readonly known: Known } | null = null

  /** `otherwise` reads the statements that are not read here. What is read is divided into about so many parts. */
  constructor(otherwise: (source: string) => SyntaxTree, parts = 1) {
    this.otherwise = otherwise
    this.parts = parts
  }

  /** How much of a text, in UTF-16 code units, is as in the text before; null if there was none. */
  sharedWith(source: string): number | null {
    if (!this.last) return null
    return [...this.knownOf(source).values()].reduce((sum, { start, end }) => sum + end - start, 0)
  }

  parse(source: string): SyntaxTree {
    const known = this.knownOf(source)
    const isFirst = this.last === null
    // Where reading ends half-way, so may have moving what was read before.
    this.last = null
    this.compared = null
    try {
      const size = source.length / this.parts
      // A part may grow before it is divided, so that typing does not divide it each time.
      const reader = new PartReader(source, this.otherwise, isFirst ? size : 2 * size)
      const parts = readAll(reader, source, known)
      this.last = { source, parts }
      return this.tree(source, parts)
    } catch (error) {
      // Nesting that is too deep for the call stack.
      if (error instanceof RangeError) return this.otherwise(source)
      throw error
    }
  }

  private knownOf(source: string): Known {
    if (this.compared?.source !== source)
      this.compared = { source, known: this.last ? unchanged(this.last, source) : new Map() }
    return this.compared.known
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

/** Reads a text, but for the parts that are known. */
function readAll(reader: PartReader, source: string, known: Known): readonly Part[] {
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

/** So many parts that are not where they are expected are looked for in the whole text. */
const mostSought = 8

/** The parts that stand in a text as before, wherever, by where that is. */
function unchanged({ source: before, parts }: Read, source: string): Known {
  const known = new Map<number, Part>()
  // How far parts have moved: before a change not at all, behind the last one as far as the text's end.
  const shifts = [0, source.length - before.length]
  let sought = 0
  for (const part of parts) {
    const seen = seenBy(part, before)
    let by = shifts.find(each => standsAt(seen.start + each, seen, source))
    if (by === undefined && sought < mostSought) {
      sought++
      by = source.indexOf(seen.text) - seen.start
      if (standsAt(seen.start + by, seen, source)) shifts.push(by)
      else by = undefined
    }
    if (by !== undefined) known.set(part.start + by, part)
  }
  return known
}

/** What was looked at for a part, and the letter before it, which indents it or not. */
interface Seen {
  readonly start: number
  readonly text: string
  readonly atStart: boolean
  readonly atEnd: boolean
}

function seenBy({ start, reach }: Part, source: string): Seen {
  const from = Math.max(0, start - 1)
  const to = reach + longestLead
  return { start: from, text: source.slice(from, to), atStart: start === 0, atEnd: to >= source.length }
}

function standsAt(place: number, { text, atStart, atEnd }: Seen, source: string): boolean {
  const end = place + text.length
  if (atStart ? place !== 0 : place < 0) return false
  return (atEnd ? end === source.length : end < source.length) && source.slice(place, end) === text
}
