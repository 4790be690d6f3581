import type { SyntaxTree } from '../python/parser.ts'
import { createLines } from '../text/lines.ts'

const mostTries = 12

/**
 * The tree of a file that does not parse, with the lines left blank on which what cannot be read begins: the parser's own
 * recovery may take sound lines after them apart. The errors stay those of the whole file, and so do all offsets.
 */
export function soundPart(tree: SyntaxTree, parse: (source: string) => SyntaxTree): SyntaxTree {
  let current = tree
  for (let tries = 0; tries < mostTries && current.errors.length > 0; tries++) {
    const source = withoutLinesOf(current)
    if (source === current.source) break
    current = parse(source)
  }
  return { ...(current.errors.length > 0 ? tree : current), errors: tree.errors }
}

function withoutLinesOf({ source, errors }: SyntaxTree): string {
  const lines = createLines(source)
  let text = source
  for (const error of errors) {
    const lead = /^\s*/.exec(source.slice(error.start, error.end))?.[0].length ?? 0
    const { start, end } = lines.line(lines.row(error.start) + newlines(source.slice(error.start, error.start + lead)))
    text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }
  return text
}

function newlines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
