import { toOffset } from '../../text/span.ts'
import { Node } from '../node.ts'
import { isLineStart } from './lexer.ts'
import { Statements } from './statements.ts'

/** Reads modules: statements that hold others. */
export class Blocks extends Statements {
  /** Where the next statement of the module begins; behind the last one, the end of the text. */
  get place(): number {
    return this.start
  }

  get isAtEnd(): boolean {
    return this.is('end')
  }

  /** Goes to the first statement. */
  begin(): void {
    this.advance()
  }

  /** Reads a statement of the module, or those of a line; the next one must begin where its line does. */
  ownStatementIn(module: Node): void {
    this.statementIn(module)
    if (!this.isAtEnd && !isLineStart(this.code(this.start - 1))) throw this.unread()
  }

  /** Reads a compound statement, or the simple ones of a line, as children of a node. */
  private statementIn(parent: Node): void {
    const compound = this.compoundStatement()
    if (compound) parent.add(compound)
    else this.simpleStatements(parent)
  }

  /** Statements on one line; gives back where the line ends. */
  private simpleStatements(parent: Node): number {
    parent.add(this.simpleStatement())
    while (this.is(';')) {
      this.take(parent)
      if (!this.is('newline')) parent.add(this.simpleStatement())
    }
    if (!this.is('newline')) throw this.unread()
    const { end } = this
    this.advance()
    return end
  }

  private compoundStatement(): Node | null {
    switch (this.type) {
      case 'if':
        return this.if()
      case 'for':
      case 'while':
      case 'with':
      case 'def':
      case 'async':
        return this.maybeAsync()
      case 'try':
        return this.try()
      case 'class':
        return this.class()
      case '@':
        return this.decorated()
      default:
        return null
    }
  }

  /** The colon and what follows it, on the same line or indented. */
  private suite(node: Node, field: string | null): void {
    this.expect(node, ':')
    node.add(this.is('newline') ? this.indented() : this.inline(), field)
  }

  private inline(): Node {
    const block = new Node('block', this.start, this.end, true)
    block.end = toOffset(this.simpleStatements(block))
    return block
  }

  private indented(): Node {
    this.advance()
    if (!this.is('indent')) throw this.unread()
    this.advance()
    const block = new Node('block', this.start, this.end, true)
    while (!this.is('dedent')) this.statementIn(block)
    block.end = toOffset(this.end)
    this.advance()
    return block
  }

  private if(): Node {
    const node = this.opened('if_statement')
    node.add(this.expression(), 'condition')
    this.suite(node, 'consequence')
    while (this.is('elif')) node.add(this.elif(), 'alternative')
    this.else(node, 'alternative')
    return this.close(node)
  }

  private elif(): Node {
    const node = this.opened('elif_clause')
    node.add(this.expression(), 'condition')
    this.suite(node, 'consequence')
    return this.close(node)
  }

  private else(parent: Node, field: string | null): void {
    if (this.is('else')) parent.add(this.clause('else_clause', 'body'), field)
  }

  private clause(type: string, field: string | null): Node {
    const node = this.opened(type)
    this.suite(node, field)
    return this.close(node)
  }

  private maybeAsync(): Node {
    const async = this.is('async') ? this.leaf(false) : null
    const node = this.compoundAfter(async)
    return this.close(node)
  }

  private compoundAfter(async: Node | null): Node {
    if (this.is('def')) return this.function(this.begun('function_definition', async))
    if (this.is('for')) return this.for(this.begun('for_statement', async))
    if (this.is('with')) return this.with(this.begun('with_statement', async))
    if (async) throw this.unread()
    return this.while()
  }

  private begun(type: string, first: Node | null): Node {
    if (!first) return this.opened(type)
    const node = this.around(type, first)
    this.take(node)
    return node
  }

  private function(node: Node): Node {
    node.add(this.identifier(), 'name')
    if (!this.is('(')) throw this.unread()
    node.add(this.parameters(), 'parameters')
    if (this.is('->')) {
      this.take(node)
      node.add(this.annotation(), 'return_type')
    }
    this.suite(node, 'body')
    return node
  }

  private for(node: Node): Node {
    node.add(this.loopTargets(), 'left')
    this.expect(node, 'in')
    node.add(this.expressions(), 'right')
    this.suite(node, 'body')
    this.else(node, 'alternative')
    return node
  }

  private while(): Node {
    const node = this.opened('while_statement')
    node.add(this.expression(), 'condition')
    this.suite(node, 'body')
    this.else(node, 'alternative')
    return node
  }

  private with(node: Node): Node {
    node.add(this.withClause())
    this.suite(node, 'body')
    return node
  }

  private withClause(): Node {
    const first = this.aliasedMaybe()
    if (first.type === 'tuple' && first.parts.length > 1 && this.is(':')) return inBrackets(first)
    const clause = this.around('with_clause', this.item(first))
    while (this.is(',')) {
      this.take(clause)
      clause.add(this.item(this.aliasedMaybe()))
    }
    return this.close(clause)
  }

  private aliasedMaybe(): Node {
    const value = this.expression()
    return this.is('as') ? this.aliased(value) : value
  }

  private item(value: Node): Node {
    return this.around('with_item', value, 'value')
  }

  private try(): Node {
    const node = this.opened('try_statement')
    this.suite(node, 'body')
    while (this.is('except')) node.add(this.except())
    this.else(node, null)
    if (this.is('finally')) node.add(this.clause('finally_clause', null))
    if (node.lastChild?.field === 'body') throw this.unread()
    return this.close(node)
  }

  private except(): Node {
    const node = this.opened('except_clause')
    if (!this.is(':')) node.add(this.aliasedMaybe(), 'value')
    this.suite(node, null)
    return this.close(node)
  }

  private class(): Node {
    const node = this.opened('class_definition')
    node.add(this.identifier(), 'name')
    if (this.is('(')) node.add(this.argumentList(), 'superclasses')
    this.suite(node, 'body')
    return this.close(node)
  }

  private decorated(): Node {
    const node = this.around('decorated_definition', this.decorator())
    while (this.is('@')) node.add(this.decorator())
    const definition = this.is('class') || this.is('def') || this.is('async') ? this.compoundStatement() : null
    if (!definition || definition.type === 'for_statement' || definition.type === 'with_statement') throw this.unread()
    node.add(definition, 'definition')
    return this.close(node)
  }

  private decorator(): Node {
    const node = this.opened('decorator')
    node.add(this.expression())
    if (!this.is('newline')) throw this.unread()
    node.end = toOffset(this.end)
    this.advance()
    return node
  }
}

/** A tuple of several behind `with` is its items in brackets. */
function inBrackets(tuple: Node): Node {
  const clause = new Node('with_clause', tuple.start, tuple.end, true)
  for (const child of tuple.children) {
    const item = child.named ? new Node('with_item', child.start, child.end, true) : child
    if (item !== child) item.add(child, 'value')
    clause.add(item)
  }
  return clause
}
