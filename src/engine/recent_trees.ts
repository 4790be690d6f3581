import type { PythonParser, SyntaxTree } from '../python/parser.ts'

/** How many nodes are kept: about 15 MB of them. */
const mostNodes = 100_000

/** A parser that remembers its last trees: a file that is checked is often asked for again, as a module that others import. */
export function rememberTrees(parser: PythonParser): PythonParser {
  const trees = new Map<string, SyntaxTree>()
  let nodes = 0

  function forget(): void {
    for (const [source, tree] of trees) {
      if (nodes <= mostNodes) return
      nodes -= tree.size
      trees.delete(source)
    }
  }

  function parse(source: string): SyntaxTree {
    const known = trees.get(source)
    const tree = known ?? parser.parse(source)
    // The newest stands last.
    trees.delete(source)
    trees.set(source, tree)
    if (!known) nodes += tree.size
    forget()
    return tree
  }

  return { parse, follow: () => parser.follow() }
}
