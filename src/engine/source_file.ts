import type { CallReader } from '../mapping/api.ts'
import { prevailingQuote, type Quote } from '../mapping/quote.ts'
import type { Library } from '../python/library.ts'
import type { Node } from '../python/node.ts'
import type { SyntaxTree } from '../python/parser.ts'
import { ExpressionReader } from '../python/read_expression.ts'
import { Resolver } from '../python/resolver.ts'
import type { Home } from '../python/value.ts'
import { createLines, type Lines } from '../text/lines.ts'
import type { Offset } from '../text/span.ts'

/** One file that was parsed and whose names can be asked about. */
export class SourceFile {
  readonly tree: SyntaxTree
  readonly resolver: Resolver
  private knownLines: Lines | null = null
  private knownQuote: Quote | null = null

  /** `follow` as a resolver takes it. */
  constructor(tree: SyntaxTree, library: Library, follow?: Home['follow']) {
    this.tree = tree
    this.resolver = new Resolver(tree, library, follow)
  }

  get text(): string {
    return this.tree.source
  }

  get lines(): Lines {
    this.knownLines ??= createLines(this.text)
    return this.knownLines
  }

  /** The quote that inserted strings take. */
  get quote(): Quote {
    this.knownQuote ??= prevailingQuote(this.text)
    return this.knownQuote
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
