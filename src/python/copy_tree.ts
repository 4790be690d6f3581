import type { Language, Tree } from 'web-tree-sitter'
import { span } from '../text/span.ts'
import { Cursor } from './cursor.ts'
import { Node } from './node.ts'
import type { Taken, TakenNodes } from './taken_nodes.ts'

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

/** Python ends a line at a lone \r, the grammar does not; the replacement has the same length, so offsets hold. */
export function textForGrammar(source: string): string {
  return source.replace(/\r(?!\n)/g, '\n')
}

/** What web-tree-sitter was started with; it puts its functions in there. */
export type Runtime = object

/** Copies a tree out of the parser's memory; what can be taken over of an earlier copy is. */
export function copyTree(runtime: Runtime, tree: Tree, source: string, taken: TakenNodes | null): SyntaxTree {
  return new Copy(runtime, tree, source, taken).syntaxTree()
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
  private readonly nodes: Node[] = []
  private readonly taken: TakenNodes | null
  /** How deep the deepest node lies. */
  private deepest = 0

  constructor(runtime: Runtime, tree: Tree, source: string, taken: TakenNodes | null) {
    const { language, rootNode } = tree
    this.source = source
    this.taken = taken
    this.types = language.types
    this.fields = language.fields
    this.isNamed = namedTypes(language)
    this.mayMiss = rootNode.hasError
    this.cursor = new Cursor(runtime, tree)
  }

  syntaxTree(): SyntaxTree {
    const { source, errors, comments, nodes } = this
    try {
      const root = this.node(null)
      if (root.type === 'ERROR') errors.push(root)
      this.below(root)
      return { source, root, errors, comments, nodes, depth: this.deepest }
    } finally {
      this.cursor.delete()
    }
  }

  /** Copies all nodes below the root. */
  private below(root: Node): void {
    let current = root
    let depth = 0
    let isTaken = false
    for (;;) {
      if (!isTaken && this.cursor.toFirstChild()) depth++
      else {
        while (!this.cursor.toNextSibling()) {
          if (!this.cursor.toParent() || !current.parent) return
          current = current.parent
          depth--
        }
        current = current.parent ?? root
      }
      const same = this.taken && this.sameAsBefore(this.taken)
      isTaken = same !== null
      if (same) this.takeAll(current.take(same.node, same.by), same.by, depth)
      current = same ? same.node : this.visit(current)
      this.deepest = Math.max(this.deepest, depth)
    }
  }

  private sameAsBefore(taken: TakenNodes): Taken | null {
    const { type: id, start, end, field } = this.cursor
    const type = this.types[id] ?? 'ERROR'
    return taken.find(type, this.fields[field] ?? null, start, this.endOf(type, end))
  }

  /** Lists a node that was taken over and all below it. */
  private takeAll(node: Node, by: number, depth: number): void {
    this.nodes.push(node)
    if (node.type === 'comment') this.comments.push(node)
    this.deepest = Math.max(this.deepest, depth)
    for (const child of node.children) {
      if (by !== 0) child.move(by)
      this.takeAll(child, by, depth + 1)
    }
  }

  private visit(parent: Node): Node {
    const node = this.node(parent)
    if (node.type === 'ERROR' || (this.mayMiss && this.cursor.isMissing)) this.errors.push(node)
    if (node.type === 'comment') this.comments.push(node)
    // A backslash at a line's end is nothing to Python's grammar.
    if (node.type === 'line_continuation') return node
    parent.add(node)
    this.nodes.push(node)
    return node
  }

  /** The grammar takes the \r of a \r\n into the comment before it. */
  private endOf(type: string, end: number): number {
    return type === 'comment' && this.source[end - 1] === '\r' ? end - 1 : end
  }

  private node(parent: Node | null): Node {
    const { type: id, start, end, field } = this.cursor
    const type = this.types[id] ?? 'ERROR'
    return new Node(
      type,
      span(start, this.endOf(type, end)),
      this.fields[field] ?? null,
      this.isNamed[id] ?? true,
      parent,
    )
  }
}

/** Which of the grammar's types are named nodes, by their number. */
function namedTypes(language: Language): readonly boolean[] {
  const known = namedByLanguage.get(language) ?? language.types.map((_, id) => language.nodeTypeIsNamed(id))
  namedByLanguage.set(language, known)
  return known
}

const namedByLanguage = new WeakMap<Language, readonly boolean[]>()
