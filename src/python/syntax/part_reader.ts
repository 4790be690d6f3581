import type { SyntaxTree } from '../syntax_tree.ts'
import { Blocks } from './blocks.ts'
import { nextDefinition } from './next_definition.ts'
import { NotRead } from './not_read.ts'
import { type Part, parsedPart, partAt, readInto } from './part.ts'

/** Reads a module part by part; what is not read goes to `otherwise`, up to the next definition, so that the rest is none the worse. */
export class PartReader {
  private readonly source: string
  private readonly otherwise: (source: string) => SyntaxTree
  private readonly size: number
  /** How far was looked for what could not be read last. */
  private reached = 0

  /** A sound part ends at the first statement that ends so many UTF-16 code units behind its start. */
  constructor(source: string, otherwise: (source: string) => SyntaxTree, size: number) {
    this.source = source
    this.otherwise = otherwise
    this.size = size
  }

  /**
   * The parts from where one begins, up to where `isKnown` says that one is known. What stands above a module's first statement
   * belongs to its part.
   */
  read(start: number, isKnown: (place: number) => boolean): readonly Part[] {
    const parts: Part[] = []
    for (let from = start; ; ) {
      from = this.readSound(from, isKnown, parts)
      if (from === this.source.length || isKnown(from)) return parts
      const broken = this.parse(from)
      parts.push(broken)
      from = broken.end
      if (from === this.source.length || isKnown(from)) return parts
    }
  }

  /** Reads sound parts; gives back where something else begins, or a part that is known, or the end. */
  private readSound(start: number, isKnown: (place: number) => boolean, parts: Part[]): number {
    const reader = new Blocks(this.source, start)
    let part = partAt(start)
    const finish = () => {
      if (part.end > part.start) parts.push(part)
    }
    try {
      reader.begin()
      while (reader.place !== part.end || !isKnown(part.end)) {
        if (part.end - part.start >= this.size) {
          finish()
          part = partAt(part.end)
        }
        readInto(part, reader)
        if (reader.isAtEnd) break
      }
    } catch (error) {
      if (!(error instanceof NotRead)) throw error
      this.reached = Math.max(error.at, reader.looked)
    }
    finish()
    return part.end
  }

  private parse(start: number): Part {
    const end = nextDefinition(this.source, start)
    const text = this.source.slice(start, end)
    const reach = overLines.test(text) ? this.source.length : Math.max(this.reached, end)
    return parsedPart(start, reach, this.otherwise(text))
  }
}

/** What may open a string that goes over lines: where it ends, or that it does not, can hang on all that follows. */
const overLines = /'''|"""|\\[\r\n]/
