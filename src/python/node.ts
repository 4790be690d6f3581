import { type Offset, type Span, toOffset } from '../text/span.ts'

/** How far nodes were moved together since they were made, in UTF-16 code units. */
export interface Shift {
  by: number
}

const unshifted: Shift = { by: 0 }

/** A node of a syntax tree: plain data, which only whoever builds the tree changes. */
export class Node implements Span {
  type: string
  /** The grammar's name for this node's part in its parent, such as `function` of a call. */
  field: string | null
  readonly named: boolean
  parent: Node | null = null
  /** The first child, and the sibling behind this node: a list in arrays would take several times the room. */
  first: Node | null = null
  next: Node | null = null
  /** Shared by what is moved together. */
  shift = unshifted
  private last: Node | null = null
  private madeStart: number
  private madeEnd: number

  /** `start` and `end` count UTF-16 code units. */
  constructor(type: string, start: number, end: number, named: boolean, field: string | null = null) {
    this.type = type
    this.madeStart = start
    this.madeEnd = end
    this.named = named
    this.field = field
  }

  get start(): Offset {
    return toOffset(this.madeStart + this.shift.by)
  }

  set start(offset: Offset) {
    this.madeStart = offset - this.shift.by
  }

  get end(): Offset {
    return toOffset(this.madeEnd + this.shift.by)
  }

  set end(offset: Offset) {
    this.madeEnd = offset - this.shift.by
  }

  get children(): readonly Node[] {
    const children: Node[] = []
    for (let child = this.first; child; child = child.next) children.push(child)
    return children
  }

  get lastChild(): Node | null {
    return this.last
  }

  /** Adds a child behind the others, in a field or none. */
  add(child: Node, field: string | null = child.field): void {
    child.field = field
    this.insert(child, this.last)
  }

  /** Puts a child behind another one; as the first without one. */
  insert(child: Node, before: Node | null): void {
    child.parent = this
    child.next = before ? before.next : this.first
    if (before) before.next = child
    else this.first = child
    if (before === this.last) this.last = child
  }

  /** Leaves the node without children. */
  empty(): void {
    this.first = null
    this.last = null
  }

  /** The first child in the field. */
  child(field: string): Node | null {
    for (let child = this.first; child; child = child.next) if (child.field === field) return child
    return null
  }

  childrenOf(field: string): readonly Node[] {
    const children: Node[] = []
    for (let child = this.first; child; child = child.next) if (child.field === field) children.push(child)
    return children
  }

  /** Named children without comments. */
  get parts(): readonly Node[] {
    const parts: Node[] = []
    for (let child = this.first; child; child = child.next)
      if (child.named && child.type !== 'comment') parts.push(child)
    return parts
  }

  has(token: string): boolean {
    for (let child = this.first; child; child = child.next) if (child.type === token) return true
    return false
  }

  /** The nearest ancestor of one of the types, below `limit`. */
  within(...types: readonly string[]): Node | null {
    for (let node = this.parent; node; node = node.parent) if (types.includes(node.type)) return node
    return null
  }
}

/** The node and all below it, parents first, in the order of the text. */
export function* walk(root: Node): Generator<Node> {
  yield root
  for (let node = root.first; node; node = node.first ?? behind(node, root)) yield node
}

/** The node behind a node and all below it, inside `root`. */
function behind(node: Node, root: Node): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parent) if (at.next) return at.next
  return null
}
