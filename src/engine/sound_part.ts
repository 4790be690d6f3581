import type { SyntaxTree } from '../python/parser.ts'
import { applyEdits } from '../text/edit.ts'
import { createLines } from '../text/lines.ts'
import { type Offset, type Span, toOffset } from '../text/span.ts'

const mostTries = 12

/**
 * The tree of a file that does not parse, with the lines left blank on which what cannot be read begins: the parser's own
 * recovery may take sound lines after them apart. The errors stay those of the whole file, and so do all offsets.
 */
export function soundPart(tree: SyntaxTree, parse: (source: string) => SyntaxTree): SyntaxTree {
  let current = tree
  for (let tries = 0; tries < mostTries && current.errors.length > 0; tries++) {
    const source = withoutLinesOf(current.source, current.errors)
    if (source === current.source) break
    current = parse(source)
  }
  return { ...(current.errors.length > 0 ? tree : current), errors: tree.errors }
}

/** The text with blanks in place of the lines on which the spans begin. */
export function withoutLinesOf(source: string, spans: readonly Span[]): string {
  const lines = createLines(source)
  const rows = new Set(spans.map(each => lines.row(firstInk(source, each))))
  const edits = [...rows]
    .map(row => lines.line(row))
    .map(span => ({ span, content: ' '.repeat(span.end - span.start) }))
  return applyEdits(source, edits).text
}

/** Where what cannot be read begins, past blanks and line ends. */
function firstInk(source: string, { start, end }: Span): Offset {
  const lead = /^\s*/.exec(source.slice(start, end))?.[0].length ?? 0
  return toOffset(start + lead)
}
