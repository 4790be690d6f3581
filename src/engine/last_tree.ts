import type { PythonParser, SyntaxTree } from '../python/parser.ts'

/** A parser that remembers its last tree: a text that was rewritten is checked next. More of them would outlive V8's space for new objects. */
export function rememberLast(parser: PythonParser): PythonParser {
  let last: SyntaxTree | null = null

  function parse(source: string): SyntaxTree {
    if (last?.source !== source) last = parser.parse(source)
    return last
  }

  return { parse, follow: () => parser.follow() }
}
