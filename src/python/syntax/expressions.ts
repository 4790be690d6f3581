import type { Node } from '../node.ts'
import { Displays } from './displays.ts'

/** Reads expressions. */
export abstract class Expressions extends Displays {
  /** Of lambdas, between `lambda` and the colon. */
  protected abstract lambdaParameters(): Node

  protected override expression(): Node {
    if (this.is('lambda')) return this.lambda()
    const left = this.disjunction()
    if (this.is('if')) return this.conditional(left)
    if (this.is(':=') && left.type === 'identifier') return this.named(left)
    return left
  }

  /** An expression, or several with commas between them, which may be starred. */
  protected expressions(): Node {
    const first = this.starred()
    if (this.is(',')) return this.listed(first)
    if (first.type === 'list_splat') throw this.unread()
    return first
  }

  protected listed(first: Node): Node {
    const list = this.around('expression_list', first)
    while (this.is(',')) {
      this.take(list)
      if (!this.beginsExpression()) break
      list.add(this.starred())
    }
    return this.close(list)
  }

  /** Whether the token may begin an expression, or a starred one. */
  protected beginsExpression(): boolean {
    return !closers.has(this.type)
  }

  /** Outside of brackets, the grammar takes a star to belong to the first name behind it, which Python does not. */
  protected starred(): Node {
    if (!this.is('*')) return this.expression()
    const star = this.opened('list_splat')
    star.add(this.binary(0))
    if (this.beginsExpression()) throw this.unread()
    return this.close(star)
  }

  /** What may be assigned: an expression, several, or a yield. */
  protected value(): Node {
    return this.is('yield') ? this.yield() : this.expressions()
  }

  protected override interpolated(): Node {
    const found = this.value()
    if (found.type === 'named_expression') throw this.unread()
    return found
  }

  protected override yield(): Node {
    const node = this.opened('yield')
    if (this.is('from')) {
      this.take(node)
      node.add(this.expression())
    } else if (this.beginsExpression()) node.add(this.expressions())
    return this.close(node)
  }

  /** What is called, subscripted, or asked for an attribute, again and again. */
  protected override primary(): Node {
    let node = this.atom()
    for (;;) {
      if (this.is('.')) node = this.attribute(node)
      else if (this.is('(')) node = this.call(node)
      else if (this.is('[')) node = this.subscript(node)
      else return node
    }
  }

  private attribute(object: Node): Node {
    const node = this.around('attribute', object, 'object')
    this.take(node)
    node.add(this.identifier(), 'attribute')
    return this.close(node)
  }

  protected identifier(): Node {
    if (!this.is('identifier')) throw this.unread()
    return this.leaf(true)
  }

  private call(callee: Node): Node {
    const node = this.around('call', callee, 'function')
    node.add(this.argumentList(), 'arguments')
    return this.close(node)
  }

  /** Arguments in parentheses; or a generator, whose parentheses they are. */
  protected argumentList(): Node {
    this.brackets++
    const list = this.opened('argument_list')
    while (!this.is(')')) {
      list.add(this.argument())
      if (this.beginsClause()) return this.comprehension(list, 'generator_expression', ')')
      if (!this.is(')')) this.expect(list, ',')
    }
    return this.closeBracket(list, ')')
  }

  private argument(): Node {
    if (this.is('*')) return this.splat('list_splat')
    if (this.is('**')) return this.splat('dictionary_splat')
    const first = this.expression()
    if (!this.is('=')) return first
    if (first.type !== 'identifier') throw this.unread()
    const node = this.around('keyword_argument', first, 'name')
    this.take(node)
    node.add(this.expression(), 'value')
    return this.close(node)
  }

  private subscript(value: Node): Node {
    const node = this.around('subscript', value, 'value')
    this.brackets++
    this.take(node)
    for (;;) {
      node.add(this.subscripted(), 'subscript')
      if (this.is(']')) return this.closeBracket(node, ']')
      this.expect(node, ',')
      if (this.is(']')) return this.closeBracket(node, ']')
    }
  }

  private subscripted(): Node {
    const first = this.is(':') ? null : this.starred()
    if (!this.is(':')) {
      if (first) return first
      throw this.unread()
    }
    const node = first ? this.around('slice', first) : this.opened('slice')
    if (first) this.take(node)
    if (this.beginsExpression()) node.add(this.expression())
    if (this.is(':')) {
      this.take(node)
      if (this.beginsExpression()) node.add(this.expression())
    }
    return this.close(node)
  }

  private atom(): Node {
    const { type } = this
    if (type === 'identifier' || literals.has(type)) return this.leaf(true)
    if (type === 'string_start') return this.strings()
    if (type === '(') return this.parenthesized()
    if (type === '[') return this.list()
    if (type === '{') return this.braced()
    if (type === '...') return this.ellipsis()
    throw this.unread()
  }

  private ellipsis(): Node {
    const node = this.leaf(true)
    node.type = 'ellipsis'
    return node
  }

  private conditional(value: Node): Node {
    const node = this.around('conditional_expression', value)
    this.take(node)
    node.add(this.disjunction())
    this.expect(node, 'else')
    node.add(this.expression())
    return this.close(node)
  }

  private named(name: Node): Node {
    const node = this.around('named_expression', name, 'name')
    this.take(node)
    node.add(this.expression(), 'value')
    return this.close(node)
  }

  private lambda(): Node {
    const node = this.opened('lambda')
    if (!this.is(':')) node.add(this.lambdaParameters(), 'parameters')
    this.expect(node, ':')
    node.add(this.expression(), 'body')
    return this.close(node)
  }
}

const literals: ReadonlySet<string> = new Set(['integer', 'float', 'true', 'false', 'none'])

/** What follows an expression, and never begins one. */
const closers: ReadonlySet<string> = new Set(
  `newline ) ] } , : ; = += -= *= /= //= %= @= &= |= ^= **= >>= <<= in for async if else from as end type_conversion`.split(
    ' ',
  ),
)
