import type { Node } from '../../src/python/node.ts'

/** What a name or place is there for. */
export type Role = 'Load' | 'Store' | 'Del'

/** From where to where, in UTF-16 code units. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** The lines that say what is in a tree, as python/ast_judge.py writes them for CPython's. */
export class Lines {
  readonly all: string[] = []
  protected readonly source: string
  /** Whether strings that are interpolated have places. */
  private readonly isExact: boolean
  private strings = 0
  private depth = 0

  constructor(source: string, isExact: boolean) {
    this.source = source
    this.isExact = isExact
  }

  protected text({ start, end }: Place): string {
    return this.source.slice(start, end)
  }

  /** Whether places are told where we are. */
  protected get isPlaced(): boolean {
    return this.isExact || this.strings === 0
  }

  protected line(...words: readonly string[]): void {
    this.all.push(`${this.depth} ${words.join(' ')}`)
  }

  protected put(field: string, type: string, place: Place, ...words: readonly string[]): void {
    this.line(field, type, this.isPlaced ? `${place.start}-${place.end}` : '-', ...words)
  }

  protected inside(write: () => void): void {
    this.depth++
    write()
    this.depth--
  }

  protected inString(write: () => void): void {
    this.strings++
    this.inside(write)
    this.strings--
  }
}

/** The node without the brackets around it, and without what the grammar alone knows of. */
export function bare(node: Node): Node {
  const [inner] = node.parts
  const isOne = node.parts.length === 1 && !node.has(',')
  const wraps = wrappers.has(node.type) || (node.type === 'tuple_pattern' && isOne)
  return inner && wraps ? bare(inner) : node
}

const wrappers: ReadonlySet<string> = new Set(['parenthesized_expression', 'type', 'as_pattern_target'])
