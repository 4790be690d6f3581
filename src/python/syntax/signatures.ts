import type { Node } from '../node.ts'
import { Expressions } from './expressions.ts'
import { toTarget } from './targets.ts'

/** Reads what is declared: parameters, annotations, the targets of loops. */
export abstract class Signatures extends Expressions {
  protected override loopTargets(): Node {
    const first = this.loopTarget()
    if (!this.is(',')) return toTarget(first)
    const list = this.around('pattern_list', toTarget(first))
    while (this.is(',')) {
      this.take(list)
      if (!this.is('in')) list.add(toTarget(this.loopTarget()))
    }
    return this.close(list)
  }

  private loopTarget(): Node {
    if (!this.is('*')) return this.primary()
    const star = this.opened('list_splat')
    star.add(this.primary())
    return this.close(star)
  }

  protected parameters(): Node {
    this.brackets++
    const list = this.opened('parameters')
    while (!this.is(')')) {
      list.add(this.parameter(true))
      if (!this.is(')')) this.expect(list, ',')
    }
    return this.closeBracket(list, ')')
  }

  protected override lambdaParameters(): Node {
    const list = this.around('lambda_parameters', this.parameter(false))
    while (this.is(',')) {
      this.take(list)
      if (!this.is(':')) list.add(this.parameter(false))
    }
    return this.close(list)
  }

  private parameter(mayBeTyped: boolean): Node {
    const { type } = this
    if (type === '/') return this.separator('positional_separator')
    const name = type === '*' || type === '**' ? this.splatPattern() : this.identifier()
    if (name.type === 'keyword_separator') return name
    if (mayBeTyped && this.is(':')) return this.typedParameter(name)
    return this.is('=') && name.type === 'identifier' ? this.defaultParameter(name) : name
  }

  protected separator(type: string): Node {
    return this.around(type, this.leaf(false))
  }

  private splatPattern(): Node {
    const star = this.leaf(false)
    if (this.is(',') && star.type === '*') return this.around('keyword_separator', star)
    const node = this.around(star.type === '*' ? 'list_splat_pattern' : 'dictionary_splat_pattern', star)
    node.add(this.identifier())
    return this.close(node)
  }

  private defaultParameter(name: Node): Node {
    const node = this.around('default_parameter', name, 'name')
    this.take(node)
    node.add(this.expression(), 'value')
    return this.close(node)
  }

  private typedParameter(name: Node): Node {
    const node = this.around('typed_parameter', name)
    this.take(node)
    node.add(this.annotation(), 'type')
    if (!this.is('=')) return this.close(node)
    if (name.type !== 'identifier') throw this.unread()
    node.type = 'typed_default_parameter'
    name.field = 'name'
    this.take(node)
    node.add(this.expression(), 'value')
    return this.close(node)
  }

  /** A name with brackets is a generic type, and so are those that stand behind it with `|` between; the rest are expressions. */
  protected annotation(): Node {
    let type = this.oneType()
    while (this.is('|')) {
      const union = this.around('union_type', type)
      this.take(union)
      union.add(this.oneType())
      type = this.around('type', this.close(union))
    }
    return type
  }

  private oneType(): Node {
    const isGeneric = this.is('identifier') && this.isBeforeBracket() && !softKeywords.has(this.text())
    return this.around('type', isGeneric ? this.genericType() : this.expression())
  }

  private genericType(): Node {
    const node = this.around('generic_type', this.identifier())
    this.brackets++
    const list = this.opened('type_parameter')
    while (!this.is(']') || list.lastChild === list.first) {
      list.add(this.annotation())
      if (!this.is(']')) this.expect(list, ',')
    }
    node.add(this.closeBracket(list, ']'))
    if (!endsOfType.has(this.type)) throw this.unread()
    return this.close(node)
  }
}

/** Names that the grammar does not take for a type's own. */
const softKeywords: ReadonlySet<string> = new Set(['match', 'print', 'exec'])

const endsOfType: ReadonlySet<string> = new Set(['newline', ')', ']', ',', ':', '=', ';', '|'])
