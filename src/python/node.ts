import { type Offset, type Span, toOffset } from '../text/span.ts'

/** Most nodes are tokens, which share one empty list. */
const none: readonly Node[] = []

/** A node of a syntax tree, free of the parser that made it: plain data that the collector frees. */
export class Node implements Span {
  readonly type: string
  /** Only the parser moves a node or gives it another parent, when it takes it over into the tree of a changed text. */
  start: Offset
  end: Offset
  /** The grammar's name for this node's part in its parent, such as `function` of a call. */
  readonly field: string | null
  readonly named: boolean
  parent: Node | null
  private own: Node[] | null = null

  constructor(type: string, span: Span, field: string | null, named: boolean, parent: Node | null) {
    this.type = type
    this.start = span.start
    this.end = span.end
    this.field = field
    this.named = named
    this.parent = parent
  }

  get children(): readonly Node[] {
    return this.own ?? none
  }

  /** Adds a child behind the others; for the parser. */
  add(child: Node): void {
    if (this.own) this.own.push(child)
    else this.own = [child]
  }

  /** Takes over a node of an earlier tree, behind the other children. */
  take(child: Node, by: number): Node {
    child.parent = this
    if (by !== 0) child.move(by)
    this.add(child)
    return child
  }

  /** Moves the node alone, not what is below it. */
  move(by: number): void {
    this.start = toOffset(this.start + by)
    this.end = toOffset(this.end + by)
  }

  /** The first child in the field. */
  child(field: string): Node | null {
    return this.children.find(child => child.field === field) ?? null
  }

  childrenOf(field: string): readonly Node[] {
    return this.children.filter(child => child.field === field)
  }

  /** Named children without comments. */
  get parts(): readonly Node[] {
    return this.children.filter(child => child.named && child.type !== 'comment')
  }

  has(token: string): boolean {
    return this.children.some(child => child.type === token)
  }

  /** The nearest ancestor of one of the types, below `limit`. */
  within(...types: readonly string[]): Node | null {
    for (let node = this.parent; node; node = node.parent) if (types.includes(node.type)) return node
    return null
  }
}

/** The node and all below it, parents first, in the order of the text. */
export function* walk(root: Node): Generator<Node> {
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push(child)
    }
  }
}
