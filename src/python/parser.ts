import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter'
import { span } from '../text/span.ts'
import { Node } from './node.ts'

/** Where the parser's two WebAssembly modules are: bytes, or (outside browsers) a path. `runtime` may be left out where web-tree-sitter finds its own. */
export interface ParserFiles {
  readonly runtime?: Uint8Array | string
  readonly grammar: Uint8Array | string
}

export interface SyntaxTree {
  readonly source: string
  readonly root: Node
  /** Broken parts of the text in order: nodes that the grammar could not read, and places where it missed a token. */
  readonly errors: readonly Node[]
  readonly comments: readonly Node[]
  /** All nodes, parents first, in the order of the text. */
  readonly nodes: readonly Node[]
  /** How deep the deepest node lies. */
  readonly depth: number
}

export interface PythonParser {
  parse(source: string): SyntaxTree
}

/** Loads the runtime and the grammar; the parser that it gives is synchronous. */
export async function createParser(files: ParserFiles): Promise<PythonParser> {
  await Parser.init(runtimeOptions(files.runtime))
  const language = await Language.load(files.grammar)
  const parser = new Parser()
  parser.setLanguage(language)
  return { parse: source => parse(parser, source) }
}

function runtimeOptions(runtime: Uint8Array | string | undefined): object {
  if (runtime === undefined) return {}
  return typeof runtime === 'string' ? { locateFile: () => runtime } : { wasmBinary: runtime }
}

function parse(parser: Parser, source: string): SyntaxTree {
  // Python ends a line at a lone \r, the grammar does not; the replacement has the same length, so offsets hold.
  const tree = parser.parse(source.replace(/\r(?!\n)/g, '\n'))
  if (!tree) throw new Error('the parser was stopped')
  try {
    return copy(tree, source)
  } finally {
    tree.delete()
  }
}

/** Copies the tree out of the parser's memory, without recursion, since input may nest as deep as it likes. */
function copy(tree: Tree, source: string): SyntaxTree {
  const cursor = tree.walk()
  const errors: Node[] = []
  const comments: Node[] = []
  const nodes: Node[] = []
  const root = nodeAt(cursor, source, null)
  let current = root
  let depth = 0
  let deepest = 0
  const visit = (parent: Node | null) => {
    current = nodeAt(cursor, source, parent)
    // A backslash at a line's end is nothing to Python's grammar.
    if (current.type !== 'line_continuation') parent?.children.push(current)
    if (current.type !== 'line_continuation') nodes.push(current)
    if (current.type === 'ERROR' || cursor.nodeIsMissing) errors.push(current)
    if (current.type === 'comment') comments.push(current)
  }
  try {
    if (root.type === 'ERROR') errors.push(root)
    for (;;) {
      if (cursor.gotoFirstChild()) {
        visit(current)
        depth++
        deepest = Math.max(deepest, depth)
        continue
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent() || !current.parent) return { source, root, errors, comments, nodes, depth: deepest }
        current = current.parent
        depth--
      }
      visit(current.parent)
    }
  } finally {
    cursor.delete()
  }
}

function nodeAt(cursor: TreeCursor, source: string, parent: Node | null): Node {
  const { nodeType, startIndex, endIndex } = cursor
  // The grammar takes the \r of a \r\n into the comment before it.
  const end = nodeType === 'comment' && source[endIndex - 1] === '\r' ? endIndex - 1 : endIndex
  return new Node(nodeType, span(startIndex, end), cursor.currentFieldName, cursor.nodeIsNamed, parent)
}
