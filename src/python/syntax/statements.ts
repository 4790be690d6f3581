import { Node } from '../node.ts'
import { interned } from './operators.ts'
import { Signatures } from './signatures.ts'
import { plainTargets, toTarget } from './targets.ts'

/** Reads simple statements. */
export abstract class Statements extends Signatures {
  protected simpleStatement(): Node {
    switch (this.type) {
      case 'import':
        return this.import()
      case 'from':
        return this.importFrom()
      case 'return':
        return this.return()
      case 'raise':
        return this.raise()
      case 'del':
        return this.delete()
      case 'assert':
        return this.assert()
      case 'pass':
      case 'break':
      case 'continue':
        return this.opened(statementOf(this.type))
      case 'global':
      case 'nonlocal':
        return this.names()
      default:
        return this.expressionStatement()
    }
  }

  private import(): Node {
    const node = this.opened('import_statement')
    this.imported(node)
    return this.close(node)
  }

  private imported(node: Node): void {
    for (;;) {
      node.add(this.importedName(), 'name')
      if (!this.is(',')) return
      this.take(node)
      if (this.is(')')) return
    }
  }

  private importedName(): Node {
    const name = this.dottedName()
    if (!this.is('as')) return name
    const node = this.around('aliased_import', name, 'name')
    this.take(node)
    node.add(this.identifier(), 'alias')
    return this.close(node)
  }

  private dottedName(): Node {
    const node = this.around('dotted_name', this.identifier())
    while (this.is('.')) {
      this.take(node)
      node.add(this.identifier())
    }
    return this.close(node)
  }

  private importFrom(): Node {
    const node = this.opened('import_from_statement')
    const isFuture = this.text() === '__future__'
    if (isFuture) this.future(node)
    else node.add(this.is('identifier') ? this.dottedName() : this.relativeImport(), 'module_name')
    this.expect(node, 'import')
    if (this.is('(')) this.importedInBrackets(node)
    else if (this.is('*') && !isFuture) node.add(this.separator('wildcard_import'))
    else this.imported(node)
    return this.close(node)
  }

  private future(node: Node): void {
    const name = this.leaf(false)
    name.type = '__future__'
    node.type = 'future_import_statement'
    node.add(name)
  }

  private relativeImport(): Node {
    const prefix = this.dots()
    const node = this.around('relative_import', prefix)
    if (this.is('identifier')) node.add(this.dottedName())
    return this.close(node)
  }

  private dots(): Node {
    const prefix = new Node('import_prefix', this.start, this.end, true)
    for (; this.is('.') || this.is('...'); this.advance()) {
      for (let at = this.start; at < this.end; at++) prefix.add(new Node('.', at, at + 1, false))
    }
    if (prefix.children.length === 0) throw this.unread()
    return this.close(prefix)
  }

  private importedInBrackets(node: Node): void {
    this.brackets++
    this.take(node)
    this.imported(node)
    this.closeBracket(node, ')')
  }

  private return(): Node {
    const node = this.opened('return_statement')
    if (this.beginsExpression()) node.add(this.expressions())
    return this.close(node)
  }

  private raise(): Node {
    const node = this.opened('raise_statement')
    if (this.beginsExpression()) node.add(this.expressions())
    if (this.is('from')) {
      this.take(node)
      node.add(this.expression(), 'cause')
    }
    return this.close(node)
  }

  private delete(): Node {
    const node = this.opened('delete_statement')
    node.add(this.expressions())
    return this.close(node)
  }

  private assert(): Node {
    return this.separated('assert_statement', () => this.expression())
  }

  private names(): Node {
    return this.separated(statementOf(this.type), () => this.identifier())
  }

  /** A keyword, and what follows it with commas between. */
  private separated(type: string, read: () => Node): Node {
    const node = this.opened(type)
    node.add(read())
    while (this.is(',')) {
      this.take(node)
      node.add(read())
    }
    return this.close(node)
  }

  private expressionStatement(): Node {
    const isPrint = this.is('identifier') && pythonTwo.has(this.text())
    const found = this.value()
    if (isPrint && found.type === 'binary_operator') throw this.unread()
    const assignment = this.assigned(found)
    if (assignment) return this.around('expression_statement', assignment)
    // Only here, the elements of a list lie in the statement itself.
    if (found.type === 'expression_list') found.type = 'expression_statement'
    return found.type === 'expression_statement' ? found : this.around('expression_statement', found)
  }

  private assigned(left: Node): Node | null {
    if (this.is('=')) return this.assignment(left)
    if (this.is(':')) return this.annotated(left)
    return augmented.has(this.type) ? this.augmentedAssignment(left) : null
  }

  private assignment(left: Node): Node {
    const node = this.around('assignment', toTarget(left), 'left')
    this.take(node)
    node.add(this.rightSide(), 'right')
    return this.close(node)
  }

  private rightSide(): Node {
    const value = this.value()
    return this.is('=') ? this.assignment(value) : value
  }

  private annotated(left: Node): Node {
    if (!plainTargets.has(left.type)) throw this.unread()
    const node = this.around('assignment', left, 'left')
    this.take(node)
    node.add(this.annotation(), 'type')
    if (this.is('=')) {
      this.take(node)
      node.add(this.rightSide(), 'right')
    }
    return this.close(node)
  }

  private augmentedAssignment(left: Node): Node {
    if (!plainTargets.has(left.type)) throw this.unread()
    const node = this.around('augmented_assignment', left, 'left')
    this.take(node, 'operator')
    node.add(this.value(), 'right')
    return this.close(node)
  }
}

/** What Python 2 knew as statements. */
const pythonTwo: ReadonlySet<string> = new Set(['print', 'exec'])

const named = new Map(
  interned('pass break continue global nonlocal').map(word => [word, interned(`${word}_statement`)[0]]),
)

function statementOf(word: string): string {
  return named.get(word) ?? word
}

const augmented: ReadonlySet<string> = new Set('+= -= *= /= //= %= @= &= |= ^= **= >>= <<='.split(' '))
