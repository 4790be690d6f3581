import type { Names } from './names.ts'
import type { Node } from './node.ts'
import { attributesNamed } from './nodes_of_type.ts'
import type { SyntaxTree } from './parser.ts'

/** Methods that put what they are given into a table. */
export const adding = /^(append|insert|extend|update|setdefault|add)$/
/** Those that put in what another table holds. */
const pouring = /^(extend|update)$/
/** Python's functions that leave a table as it is. */
const leaving =
  /^(len|list|tuple|dict|set|sorted|reversed|enumerate|zip|iter|next|isinstance|print|str|repr|any|all|min|max|sum)$/
const changing = /^(append|extend|insert|update|setdefault|pop|clear|__setitem__)$/

/** What is done to a table after it was made. */
export interface Change {
  /** What is put into it. */
  readonly items: readonly Node[]
  /** Of what else it gets the items. */
  readonly tables: readonly Node[]
  /** Whether the program adds to it, or replaces items of it. */
  readonly isChanged: boolean
  /** Whether it is handed to what may change it by another name. */
  readonly isHandedOn: boolean
}

/** Tells what a module's program does to its tables after they were made. */
export class Changes {
  private readonly tree: SyntaxTree
  private readonly names: Names
  private readonly text: (node: Node) => string
  private readonly known = new Map<string, Change>()
  private filled: ReadonlyMap<string, readonly Node[]> | null = null

  constructor(tree: SyntaxTree, names: Names, text: (node: Node) => string) {
    this.tree = tree
    this.names = names
    this.text = text
  }

  /** What is done to what the expression names, by any name that is written like it. */
  of(node: Node): Change {
    const text = this.text(node)
    const known = this.known.get(text) ?? this.find(node)
    this.known.set(text, known)
    return known
  }

  private find(node: Node): Change {
    const given = this.methodsOn(node).flatMap(method => this.given(method))
    const assigned = this.itemsOf(node).flatMap(item => (item.parent?.type === 'assignment' ? item.parent : []))
    const right = (statement: Node) => statement.child('right') ?? []
    return {
      items: [...given.filter(({ isTable }) => !isTable).map(({ value }) => value), ...assigned.flatMap(right)],
      tables: [
        ...given.filter(({ isTable }) => isTable).map(({ value }) => value),
        ...this.augmented(node).flatMap(right),
      ],
      isChanged: this.isChanged(node),
      isHandedOn: this.usesOf(node).some(use => this.handsOn(use)),
    }
  }

  /** Anything but reading items, going through them, comparing, or giving them to functions of Python's that leave them. */
  private handsOn({ parent, field }: Node): boolean {
    if (!parent || parent.type === 'attribute' || field === 'left') return false
    if (field === 'value' && parent.type === 'subscript') return false
    if (field === 'right' && /^for_/.test(parent.type)) return false
    const callee = parent.type === 'argument_list' ? parent.parent?.child('function') : null
    return callee
      ? !leaving.test(this.text(callee))
      : /^(argument_list|keyword_argument|assignment|pair|list|tuple|expression_list|return_statement|yield|named_expression|(typed_)?default_parameter)$/.test(
          parent.type,
        )
  }

  /** What a method that adds to a table is given. */
  private given(method: Node): readonly { readonly value: Node; readonly isTable: boolean }[] {
    const name = this.text(method)
    const access = method.parent
    const call = access?.parent?.type === 'call' && access.field === 'function' ? access.parent : null
    if (!call || !adding.test(name)) return []
    return (call.child('arguments')?.parts ?? []).map(part => ({
      value: part.type === 'keyword_argument' ? (part.child('value') ?? part) : part,
      isTable: part.type !== 'keyword_argument' && pouring.test(name),
    }))
  }

  private isChanged(node: Node): boolean {
    if (this.itemsOf(node).length > 0 || this.augmented(node).length > 0) return true
    return this.methodsOn(node).some(method => changing.test(this.text(method)))
  }

  /** The attributes that are read of a name, such as `append` of `table.append`. */
  private methodsOn(node: Node): readonly Node[] {
    return this.usesOf(node).flatMap(
      use => (use.parent?.type === 'attribute' ? use.parent.child('attribute') : []) ?? [],
    )
  }

  /** The statements `name += …`. */
  private augmented(node: Node): readonly Node[] {
    return this.usesOf(node).flatMap(({ parent, field }) =>
      parent?.type === 'augmented_assignment' && field === 'left' ? parent : [],
    )
  }

  private usesOf(node: Node): readonly Node[] {
    if (node.type === 'identifier') return this.names.usesOf(this.text(node)).map(use => use.node)
    const name = node.type === 'attribute' ? node.child('attribute') : null
    const named = name ? attributesNamed(this.tree, this.text(name)) : []
    return named.filter(each => this.text(each) === this.text(node))
  }

  /** The items, of what is written like the node, that something is assigned to. */
  private itemsOf(node: Node): readonly Node[] {
    this.filled ??= this.grouped()
    return this.filled.get(this.text(node)) ?? []
  }

  private grouped(): ReadonlyMap<string, readonly Node[]> {
    const groups = new Map<string, Node[]>()
    for (const { node } of this.names.assigned) {
      if (node.type !== 'subscript') continue
      const table = this.text(node.child('value') ?? node)
      groups.set(table, [...(groups.get(table) ?? []), node])
    }
    return groups
  }
}
