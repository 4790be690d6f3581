import type { Node } from '../node.ts'
import { Operations } from './operations.ts'

/** Reads what stands in brackets: parentheses, lists, sets, dictionaries, and comprehensions. */
export abstract class Displays extends Operations {
  protected abstract expression(): Node
  protected abstract yield(): Node

  protected closeBracket(node: Node, type: string): Node {
    this.brackets--
    this.expect(node, type)
    return this.close(node)
  }

  protected splat(type: string): Node {
    const node = this.opened(type)
    node.add(this.expression())
    return this.close(node)
  }

  protected parenthesized(): Node {
    this.brackets++
    const node = this.opened('tuple')
    if (this.is(')')) return this.closeBracket(node, ')')
    const first = this.element()
    node.add(first)
    if (this.beginsClause()) return this.comprehension(node, 'generator_expression', ')')
    if (this.is(',')) return this.elements(node, ')')
    if (first.type === 'list_splat') throw this.unread()
    node.type = 'parenthesized_expression'
    return this.closeBracket(node, ')')
  }

  protected list(): Node {
    this.brackets++
    const node = this.opened('list')
    if (this.is(']')) return this.closeBracket(node, ']')
    node.add(this.element())
    return this.beginsClause() ? this.comprehension(node, 'list_comprehension', ']') : this.elements(node, ']')
  }

  /** What follows the first element. */
  private elements(node: Node, closer: string): Node {
    while (this.is(',')) {
      this.take(node)
      if (this.is(closer)) break
      node.add(this.element())
    }
    return this.closeBracket(node, closer)
  }

  private element(): Node {
    if (this.is('yield')) return this.yield()
    if (this.is('*')) return this.splat('list_splat')
    const node = this.expression()
    return this.is('as') ? this.aliased(node) : node
  }

  /** `expression as target`, of a `with` or an `except`; the grammar takes `as` into the last part of some expressions. */
  protected aliased(expression: Node): Node {
    if (expression.type === 'named_expression') throw this.unread()
    const node = this.around('as_pattern', expression)
    this.take(node)
    const target = this.primary()
    node.add(this.around('as_pattern_target', target), 'alias')
    return this.close(node)
  }

  protected braced(): Node {
    this.brackets++
    const node = this.opened('dictionary')
    if (this.is('}')) return this.closeBracket(node, '}')
    const first = this.is('**') ? this.splat('dictionary_splat') : this.element()
    if (first.type === 'dictionary_splat' || this.is(':')) return this.dictionary(node, first)
    node.type = 'set'
    node.add(first)
    return this.beginsClause() ? this.comprehension(node, 'set_comprehension', '}') : this.elements(node, '}')
  }

  private dictionary(node: Node, first: Node): Node {
    node.add(first.type === 'dictionary_splat' ? first : this.pair(first))
    if (this.beginsClause()) return this.comprehension(node, 'dictionary_comprehension', '}')
    while (this.is(',')) {
      this.take(node)
      if (this.is('}')) break
      node.add(this.is('**') ? this.splat('dictionary_splat') : this.pair(this.expression()))
    }
    return this.closeBracket(node, '}')
  }

  private pair(key: Node): Node {
    const node = this.around('pair', key, 'key')
    this.expect(node, ':')
    node.add(this.expression(), 'value')
    return this.close(node)
  }

  protected beginsClause(): boolean {
    return this.is('for') || this.is('async')
  }

  /** Makes what was begun as a list of elements a comprehension over its only one. */
  protected comprehension(node: Node, type: string, closer: string): Node {
    node.type = type
    const body = node.first?.next
    if (!body || body.next || unrepeatable.has(body.type)) throw this.unread()
    body.field = 'body'
    while (this.type !== closer) {
      if (this.beginsClause()) node.add(this.forClause())
      else if (this.is('if')) node.add(this.ifClause())
      else throw this.unread()
    }
    return this.closeBracket(node, closer)
  }

  private forClause(): Node {
    const isAsync = this.is('async')
    const node = this.opened('for_in_clause')
    if (isAsync) this.expect(node, 'for')
    node.add(this.loopTargets(), 'left')
    this.expect(node, 'in')
    node.add(this.disjunction(), 'right')
    return this.close(node)
  }

  /** What stands between `for` and `in`. */
  protected abstract loopTargets(): Node

  private ifClause(): Node {
    const node = this.opened('if_clause')
    node.add(this.disjunction())
    return this.close(node)
  }
}

const unrepeatable: ReadonlySet<string> = new Set([
  'list_splat',
  'dictionary_splat',
  'yield',
  'keyword_argument',
  'as_pattern',
])
