import type { Offset } from '../text/span.ts'
import {
  type Atom,
  type BinaryOperator,
  type CompareOperator,
  type Expression,
  type PureFunction,
  pureFunctions,
} from './expression.ts'
import { type Node, walk } from './node.ts'
import type { Resolver } from './resolver.ts'
import { readString } from './string_literal.ts'

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '//', '%', '/', '**', '<<', '>>', '&', '|', '^'])
const comparisons: ReadonlySet<string> = new Set(['<', '<=', '==', '!=', '>', '>=', 'is', 'is not', 'in', 'not in'])
const readable = new Set(['identifier', 'integer'])

/**
 * Reads what expressions compute. `place` moves offsets to where they will be after a rewrite, so that atoms of the text
 * before and after compare equal exactly when they are the same name with the same bindings, or the same call.
 */
export class ExpressionReader {
  private readonly resolver: Resolver
  private readonly place: (offset: Offset) => number

  constructor(resolver: Resolver, place: (offset: Offset) => number = offset => offset) {
    this.resolver = resolver
    this.place = place
  }

  read(node: Node): Expression {
    switch (node.type) {
      case 'parenthesized_expression':
        return this.inner(node, node.parts[0])
      case 'integer':
        return this.integer(node)
      case 'float':
        return { kind: 'float', value: Number(this.resolver.text(node).replaceAll('_', '')) }
      case 'true':
      case 'false':
        return { kind: 'bool', value: node.type === 'true' }
      case 'none':
        return { kind: 'none' }
      case 'string': {
        const value = readString(this.resolver.text(node))
        return value === null ? this.atom(node) : { kind: 'string', value }
      }
      case 'unary_operator':
      case 'not_operator':
        return this.unary(node)
      case 'binary_operator':
        return this.binary(node)
      case 'comparison_operator':
        return this.comparison(node)
      case 'boolean_operator':
        return this.boolean(node)
      case 'conditional_expression':
        return this.conditional(node)
      case 'tuple':
      case 'list':
        return this.sequence(node, node.type)
      case 'call':
        return this.call(node)
      default:
        return this.atom(node)
    }
  }

  private inner(node: Node, child: Node | null | undefined): Expression {
    return child ? this.read(child) : this.atom(node)
  }

  private integer(node: Node): Expression {
    const digits = this.resolver.text(node).replaceAll('_', '')
    if (/^(0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|0+|[1-9]\d*)$/.test(digits))
      return { kind: 'int', value: BigInt(digits) }
    return this.atom(node)
  }

  private unary(node: Node): Expression {
    const operand = node.child('argument')
    const operator = node.type === 'not_operator' ? 'not' : node.children[0]?.type
    if (!operand || (operator !== '-' && operator !== '+' && operator !== '~' && operator !== 'not'))
      return this.atom(node)
    return { kind: 'unary', operator, operand: this.read(operand) }
  }

  private binary(node: Node): Expression {
    const [left, right, operator] = [node.child('left'), node.child('right'), node.child('operator')?.type]
    if (!left || !right || !isArithmetic(operator)) return this.atom(node)
    return { kind: 'binary', operator, left: this.read(left), right: this.read(right) }
  }

  private comparison(node: Node): Expression {
    const [left, right, more] = node.parts
    const operators = node.childrenOf('operators')
    const operator = operators.map(each => this.resolver.text(each).replace(/\s+/g, ' ')).join(' ')
    if (!left || !right || more || !isComparison(operator)) return this.atom(node)
    return { kind: 'compare', operator, left: this.read(left), right: this.read(right) }
  }

  private boolean(node: Node): Expression {
    const [left, right] = [node.child('left'), node.child('right')]
    if (!left || !right) return this.atom(node)
    return { kind: 'boolean', operator: node.has('and') ? 'and' : 'or', left: this.read(left), right: this.read(right) }
  }

  private conditional(node: Node): Expression {
    const [yes, test, no] = node.parts
    if (!yes || !test || !no) return this.atom(node)
    return { kind: 'conditional', test: this.read(test), yes: this.read(yes), no: this.read(no) }
  }

  private sequence(node: Node, type: 'tuple' | 'list'): Expression {
    if (node.parts.some(part => part.type === 'list_splat')) return this.atom(node)
    return { kind: 'sequence', type, items: node.parts.map(part => this.read(part)) }
  }

  private call(node: Node): Expression {
    const callee = node.child('function')
    const list = node.child('arguments')
    const pure = callee && pureFunctions.find(name => this.resolver.isCertainly(callee, name))
    if (!pure || list?.type !== 'argument_list') return this.atom(node)
    if (list.parts.some(part => /splat|keyword/.test(part.type))) return this.atom(node)
    return this.pureCall(pure, list.parts)
  }

  private pureCall(name: PureFunction, list: readonly Node[]): Expression {
    return { kind: 'call', function: name, arguments: list.map(part => this.read(part)) }
  }

  private atom(node: Node): Atom {
    const pure = this.isReadable(node)
    const text = this.resolver.text(node)
    return {
      kind: 'atom',
      key: pure ? this.pureKey(node) : `once at ${this.place(node.start)}`,
      text,
      node,
      pure,
    }
  }

  /** Names, attributes and subscripts of them by names and literals: reading one twice gives the same. */
  private isReadable(node: Node): boolean {
    if (node.type === 'attribute') return this.all([node.child('object')])
    if (node.type === 'subscript') return this.all([node.child('value'), ...node.childrenOf('subscript')])
    if (node.type === 'parenthesized_expression') return this.all(node.parts)
    if (node.type === 'unary_operator') return this.all([node.child('argument')])
    if (node.type === 'binary_operator') return this.all([node.child('left'), node.child('right')])
    if (node.type === 'slice') return this.all(node.parts)
    if (node.type === 'string') return !node.has('interpolation')
    return readable.has(node.type)
  }

  private all(nodes: readonly (Node | null)[]): boolean {
    return nodes.every(node => node && this.isReadable(node))
  }

  /** The tokens of the expression, each name with the places that bind it. */
  private pureKey(node: Node): string {
    // A string is one token: its own parts leave out what stands between escapes.
    const tokens = [...walk(node)].filter(
      each => each.type === 'string' || (each.children.length === 0 && !each.within('string')),
    )
    return tokens
      .filter(each => each.type !== 'comment')
      .map(token => this.resolver.text(token) + this.bindingKey(token))
      .join(' ')
  }

  private bindingKey(token: Node): string {
    if (token.type !== 'identifier' || token.field === 'attribute') return ''
    const places = [...this.resolver.reaching(token)].map(each => (each ? this.place(each.node.start) : 'free'))
    return `@${places.sort().join(',')}`
  }
}

function isArithmetic(text: string | undefined): text is BinaryOperator {
  return text !== undefined && arithmetic.has(text)
}

function isComparison(text: string): text is CompareOperator {
  return comparisons.has(text)
}
