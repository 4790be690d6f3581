import type { Language, Tree } from 'web-tree-sitter'
import { Cursor } from './cursor.ts'
import { Node } from './node.ts'
import { Learned, Listing, type SyntaxTree } from './syntax_tree.ts'

/**
 * The text for the grammar, of the same length, so that offsets hold: Python ends a line at a lone \r, the grammar does not; and
 * its time grows with the square of how many lines are continued in a row without a word, so that only the first of many is.
 */
export function textForGrammar(source: string): string {
  const lines = source.replace(/\r(?!\n)/g, '\n')
  if (!lines.includes('\\')) return lines
  return lines.replace(
    /(\\\r?\n)((?:\\\r?\n){8,})/g,
    (_, first: string, rest: string) => first + ' '.repeat(rest.length),
  )
}

/** What web-tree-sitter was started with; it puts its functions in there. */
export type Runtime = object

/** Copies a tree out of the parser's memory. */
export function copyTree(runtime: Runtime, tree: Tree, source: string): SyntaxTree {
  return new Copy(runtime, tree, source).syntaxTree()
}

/** Copies a tree out of the parser's memory, without recursion, since input may nest as deep as it likes. */
class Copy {
  private readonly source: string
  private readonly types: readonly (string | undefined)[]
  private readonly isNamed: readonly boolean[]
  private readonly fields: readonly (string | null)[]
  private readonly mayMiss: boolean
  private readonly cursor: Cursor
  private readonly errors: Node[] = []
  private readonly comments: Node[] = []
  private readonly listing = new Listing()

  constructor(runtime: Runtime, tree: Tree, source: string) {
    const { language, rootNode } = tree
    this.source = source
    this.types = language.types
    this.fields = language.fields
    this.isNamed = namedTypes(language)
    this.mayMiss = rootNode.hasError
    this.cursor = new Cursor(runtime, tree)
  }

  syntaxTree(): SyntaxTree {
    const { source, errors, comments, listing } = this
    try {
      const root = this.node(null)
      if (root.type === 'ERROR') errors.push(root)
      this.below(root)
      const { size, depth } = listing
      const part = { start: 0, nodes: root.children, listing, learned: new Learned() }
      return { source, root, errors, comments, parts: [part], size, depth }
    } finally {
      this.cursor.delete()
    }
  }

  /** Copies all nodes below the root. */
  private below(root: Node): void {
    let current = root
    let depth = 0
    for (;;) {
      if (this.cursor.toFirstChild()) depth++
      else {
        while (!this.cursor.toNextSibling()) {
          if (!this.cursor.toParent() || !current.parent) return
          current = current.parent
          depth--
        }
        current = current.parent ?? root
      }
      current = this.visit(current, depth)
    }
  }

  private visit(parent: Node, depth: number): Node {
    const node = this.node(parent)
    if (node.type === 'ERROR' || (this.mayMiss && this.cursor.isMissing)) this.errors.push(node)
    if (node.type === 'comment') this.comments.push(node)
    // A backslash at a line's end is nothing to Python's grammar.
    if (node.type === 'line_continuation') return node
    parent.add(node)
    this.listing.add(node, depth)
    return node
  }

  /** The grammar takes the \r of a \r\n into the comment before it, and into the block that ends with it. */
  private endOf(type: string, end: number): number {
    return this.source[end - 1] === '\r' && type !== 'module' && !type.startsWith('string') ? end - 1 : end
  }

  private node(parent: Node | null): Node {
    const { type: id, start, end, field } = this.cursor
    const type = this.types[id] ?? 'ERROR'
    const node = new Node(type, start, this.endOf(type, end), this.isNamed[id] ?? true, this.fields[field] ?? null)
    node.parent = parent
    return node
  }
}

/** Which of the grammar's types are named nodes, by their number. */
function namedTypes(language: Language): readonly boolean[] {
  const known = namedByLanguage.get(language) ?? language.types.map((_, id) => language.nodeTypeIsNamed(id))
  namedByLanguage.set(language, known)
  return known
}

const namedByLanguage = new WeakMap<Language, readonly boolean[]>()
