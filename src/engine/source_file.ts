import type { CallReader } from '../mapping/api.ts'
import { prevailingQuote, type Quote } from '../mapping/quote.ts'
import type { Library } from '../python/library.ts'
import type { Node } from '../python/node.ts'
import type { SyntaxTree } from '../python/parser.ts'
import { ExpressionReader } from '../python/read_expression.ts'
import { Resolver } from '../python/resolver.ts'
import type { Value } from '../python/value.ts'
import { createLines, type Lines } from '../text/lines.ts'
import type { Offset } from '../text/span.ts'

/** One file that was parsed and whose names can be asked about. */
export interface SourceFile {
  readonly text: string
  readonly tree: SyntaxTree
  readonly resolver: Resolver
  readonly lines: Lines
  /** The quote that inserted strings take. */
  readonly quote: Quote
}

/** Makes the names of a parsed file ready to be asked about. */
export function openFile(tree: SyntaxTree, library: Library, follow?: (value: Value) => readonly Value[]): SourceFile {
  let lines: Lines | null = null
  return {
    text: tree.source,
    tree,
    resolver: new Resolver(tree, library, follow),
    get lines() {
      lines ??= createLines(tree.source)
      return lines
    },
    quote: prevailingQuote(tree.source),
  }
}

/** A reader of calls in the file; `place` moves offsets to where they are after a rewrite. */
export function callReader({ resolver }: SourceFile, place?: (offset: Offset) => number): CallReader {
  const reader = new ExpressionReader(resolver, place)
  return {
    text: node => resolver.text(node),
    read: node => reader.read(node),
    path: node => certainPath(resolver, node),
  }
}

/** The dotted path that the expression certainly has. */
export function certainPath(resolver: Resolver, node: Node): string | null {
  const [only, ...others] = resolver.values(node)
  return only?.kind === 'path' && others.length === 0 ? only.path : null
}
