import { Node } from '../node.ts'
import { comparators, powerOfOperator } from './operators.ts'
import { Strings } from './strings.ts'

/** Reads operations, by how strongly their operators bind. */
export abstract class Operations extends Strings {
  /** An operand: what is called, subscripted, or asked for an attribute, again and again. */
  protected abstract primary(): Node

  protected expect(node: Node, type: string, field: string | null = null): void {
    if (this.type !== type) throw this.unread()
    this.take(node, field)
  }

  protected disjunction(): Node {
    let left = this.conjunction()
    while (this.is('or')) left = this.infix('boolean_operator', left, () => this.conjunction())
    return left
  }

  private conjunction(): Node {
    let left = this.negation()
    while (this.is('and')) left = this.infix('boolean_operator', left, () => this.negation())
    return left
  }

  private infix(type: string, left: Node, right: () => Node): Node {
    const node = this.around(type, left, 'left')
    this.take(node, 'operator')
    node.add(right(), 'right')
    return this.close(node)
  }

  private negation(): Node {
    if (!this.is('not')) return this.comparison()
    const node = this.opened('not_operator')
    node.add(this.negation(), 'argument')
    return this.close(node)
  }

  private comparison(): Node {
    const left = this.binary(0)
    if (!comparators.has(this.type)) return left
    const node = this.around('comparison_operator', left)
    while (comparators.has(this.type)) {
      node.add(this.comparator(), 'operators')
      node.add(this.binary(0))
    }
    return this.close(node)
  }

  private comparator(): Node {
    const first = this.leaf(false)
    const isPair = first.type === 'not' || (first.type === 'is' && this.is('not'))
    if (!isPair) return first
    const node = new Node(first.type === 'not' ? 'not in' : 'is not', first.start, first.end, false)
    node.add(first)
    this.expect(node, first.type === 'not' ? 'in' : 'not')
    return this.close(node)
  }

  /** Operators that bind at least as strongly as `least`. */
  protected binary(least: number): Node {
    let left = this.unary()
    for (let power = powerOfOperator(this.type); power > least; power = powerOfOperator(this.type)) {
      const bound = power
      left = this.infix('binary_operator', left, () => this.binary(bound))
    }
    return left
  }

  private unary(): Node {
    const { type } = this
    if (type !== '-' && type !== '+' && type !== '~') return this.raised()
    const operator = this.leaf(false)
    const node = this.around('unary_operator', operator, 'operator')
    node.add(this.unary(), 'argument')
    return this.close(node)
  }

  private raised(): Node {
    const base = this.is('await') ? this.await() : this.primary()
    if (!this.is('**')) return base
    return this.infix('binary_operator', base, () => this.unary())
  }

  private await(): Node {
    const node = this.opened('await')
    node.add(this.primary())
    return this.close(node)
  }
}
