import type { Node } from './node.ts'

const jumps = new Set(['return_statement', 'raise_statement', 'continue_statement', 'break_statement'])

/** Tells where the flow of a block certainly ends: by return, raise, continue or break on every way. */
export class Exits {
  private readonly known = new Map<Node, number>()

  /** The offset after which nothing in the block runs; infinite when it can run to its end. */
  of(block: Node): number {
    const known = this.known.get(block)
    if (known !== undefined) return known
    const exit = block.children.find(statement => this.exits(statement))?.end ?? Number.POSITIVE_INFINITY
    this.known.set(block, exit)
    return exit
  }

  private exits(node: Node): boolean {
    if (jumps.has(node.type)) return true
    if (node.type === 'if_statement') return this.ifExits(node)
    if (node.type === 'try_statement') return this.tryExits(node)
    return false
  }

  private blockExits(block: Node | null | undefined): boolean {
    return block?.type === 'block' && this.of(block) !== Number.POSITIVE_INFINITY
  }

  private ifExits(node: Node): boolean {
    const branches = node.childrenOf('alternative')
    if (!branches.some(branch => branch.type === 'else_clause')) return false
    return (
      this.blockExits(node.child('consequence')) &&
      branches.every(branch => this.blockExits(branch.child('consequence') ?? branch.child('body')))
    )
  }

  private tryExits(node: Node): boolean {
    const clauses = node.children.filter(child => child.type.startsWith('except'))
    const last = node.children.find(child => child.type === 'finally_clause')
    if (this.blockExits(last?.parts[0])) return true
    return this.blockExits(node.child('body')) && clauses.every(clause => this.blockExits(clause.parts.at(-1)))
  }
}
