import type { Node } from '../../src/python/node.ts'
import { bare, Lines, type Place, type Role } from './lines.ts'
import { isFormat, numberWords, stringWords } from './literals.ts'

/** Says what expressions are made of. */
export abstract class ExpressionLines extends Lines {
  protected abstract parameters(list: Node | null): void

  protected expression(field: string, wrapped: Node | null | undefined, role: Role = 'Load'): void {
    if (!wrapped) return this.line(field, 'nothing')
    const node = bare(wrapped)
    const write = writers[node.type]
    if (write) write(this, field, node, role)
    else this.put(field, `?${node.type}`, node)
  }

  protected each(field: string, nodes: readonly Node[], role: Role = 'Load'): void {
    for (const node of nodes) this.expression(field, node, role)
  }

  name(field: string, node: Node, role: Role): void {
    this.put(field, 'Name', node, `id=${this.text(node)}`, `ctx=${role}`)
  }

  constant(field: string, node: Node, words: string): void {
    this.put(field, 'Constant', node, words)
  }

  number(field: string, node: Node): void {
    this.constant(field, node, numberWords(this.text(node)))
  }

  string(field: string, node: Node): void {
    const strings = node.type === 'string' ? [node] : node.parts
    if (!strings.some(each => isFormat(each, this.source)))
      return this.constant(field, node, stringWords(node, this.source, this.isPlaced))
    this.put(field, 'JoinedStr', node)
    this.inString(() => {
      for (const each of strings) this.interpolations(each, 'interpolation')
    })
  }

  private interpolations(node: Node, type: string): void {
    for (const each of node.parts.filter(part => part.type === type)) {
      const specifier = each.child('format_specifier')
      const conversion = each.child('type_conversion')
      const implied = each.has('=') && !specifier ? 114 : -1
      const code = conversion ? this.text(conversion).charCodeAt(1) : implied
      this.line('values', 'FormattedValue', `conversion=${code}`)
      this.inside(() => {
        this.expression('value', each.child('expression'))
        if (specifier) this.interpolations(specifier, 'format_expression')
      })
    }
  }

  operation(
    field: string,
    type: string,
    node: Node,
    operator: string,
    operands: readonly [string, Node | null][],
  ): void {
    this.put(field, type, node, ...(operator ? [operator] : []))
    this.inside(() => {
      for (const [name, operand] of operands) this.expression(name, operand)
    })
  }

  /** The grammar has the alternatives of a type grouped in its own way. */
  union(field: string, start: number, types: readonly Node[]): void {
    const [last, ...others] = types.toReversed()
    if (!last || others.length === 0) return this.expression(field, last)
    this.put(field, 'BinOp', { start, end: last.end }, 'op=BitOr')
    this.inside(() => {
      this.union('left', start, others.toReversed())
      this.expression('right', last)
    })
  }

  /** `a or b or c` is one operation. */
  boolean(field: string, node: Node): void {
    const operator = node.has('and') ? 'and' : 'or'
    const operands = booleanOperands(node, operator).map((each): [string, Node] => ['values', each])
    this.operation(field, 'BoolOp', node, `op=${operator === 'and' ? 'And' : 'Or'}`, operands)
  }

  comparison(field: string, node: Node): void {
    const [left, ...others] = node.parts
    const operators = node.childrenOf('operators').map(({ type }) => comparisons[type] ?? type)
    const right = others.map((each): [string, Node] => ['comparators', each])
    this.operation(field, 'Compare', node, `ops=${operators}`, [['left', left ?? null], ...right])
  }

  call(field: string, node: Node): void {
    this.put(field, 'Call', node)
    this.inside(() => {
      this.expression('func', node.child('function'))
      this.arguments('args', node.child('arguments'))
    })
  }

  protected arguments(field: string, list: Node | null): void {
    if (list?.type === 'generator_expression') return this.expression(field, list)
    const all = list?.parts ?? []
    const isKeyword = ({ type }: Node) => type === 'keyword_argument' || type === 'dictionary_splat'
    this.each(
      field,
      all.filter(each => !isKeyword(each)),
    )
    for (const each of all.filter(isKeyword)) {
      const name = each.child('name')
      this.put('keywords', 'keyword', each, ...(name ? [`arg=${this.text(name)}`] : []))
      this.inside(() => this.expression('value', name ? each.child('value') : each.parts[0]))
    }
  }

  attribute(field: string, node: Node, role: Role): void {
    const name = node.child('attribute')
    this.put(field, 'Attribute', node, `attr=${name ? this.text(name) : '?'}`, `ctx=${role}`)
    this.inside(() => this.expression('value', node.child('object')))
  }

  subscript(field: string, node: Node, role: Role): void {
    this.put(field, 'Subscript', node, `ctx=${role}`)
    this.inside(() => {
      this.expression('value', node.child('value'))
      this.index(
        node,
        node.childrenOf('subscript').filter(each => each.named),
      )
    })
  }

  generic(field: string, node: Node): void {
    const [name, list] = node.parts
    this.put(field, 'Subscript', node, 'ctx=Load')
    this.inside(() => {
      this.expression('value', name)
      if (list) this.index(list, list.parts)
    })
  }

  private index(list: Node, parts: readonly Node[]): void {
    const [first] = parts
    const last = list.children.filter(each => each.type === ',' || parts.includes(each)).at(-1)
    if (!first || !last) return this.line('slice', 'nothing')
    if (parts.length === 1 && !list.has(',') && first.type !== 'list_splat') return this.expression('slice', first)
    this.put('slice', 'Tuple', { start: first.start, end: last.end })
    this.inside(() => this.each('elts', parts))
  }

  slice(field: string, node: Node): void {
    this.put(field, 'Slice', node)
    this.inside(() => {
      let colons = 0
      for (const child of node.children) {
        if (child.type === ':') colons++
        else if (child.type !== 'comment') this.expression(['lower', 'upper', 'step'][colons] ?? '?', child)
      }
    })
  }

  /** `a : b` in the brackets of a type is a slice to Python. */
  constrained(field: string, node: Node): void {
    const [lower = null, upper = null] = node.parts
    this.operation(field, 'Slice', node, '', [
      ['lower', lower],
      ['upper', upper],
    ])
  }

  sequence(field: string, type: string, place: Place, items: readonly Node[], role: Role): void {
    this.put(field, type, place)
    this.inside(() => this.each('elts', items, role))
  }

  starred(field: string, node: Node, role: Role): void {
    this.put(field, 'Starred', node)
    this.inside(() => this.expression('value', node.parts[0], role))
  }

  dictionary(field: string, node: Node): void {
    this.put(field, 'Dict', node)
    this.inside(() => {
      for (const each of node.parts) {
        if (each.type === 'pair') this.expression('keys', each.child('key'))
        else this.line('keys', 'None')
      }
      for (const each of node.parts) this.expression('values', each.child('value') ?? each.parts[0])
    })
  }

  comprehension(field: string, type: string, node: Node): void {
    const body = node.child('body')
    this.put(field, type, node)
    this.inside(() => {
      if (body?.type === 'pair') {
        this.expression('key', body.child('key'))
        this.expression('value', body.child('value'))
      } else this.expression('elt', body)
      this.generators(node.parts.filter(part => part !== body))
    })
  }

  private generators(clauses: readonly Node[]): void {
    for (const [at, clause] of clauses.entries()) {
      if (clause.type !== 'for_in_clause') continue
      this.line('generators', 'comprehension', '-', `is_async=${clause.has('async') ? 1 : 0}`)
      const after = clauses.slice(at + 1)
      const next = after.findIndex(each => each.type === 'for_in_clause')
      this.inside(() => {
        this.expression('target', clause.child('left'), 'Store')
        this.expression('iter', clause.child('right'))
        for (const test of after.slice(0, next < 0 ? after.length : next)) this.expression('ifs', test.parts[0])
      })
    }
  }

  lambda(field: string, node: Node): void {
    this.put(field, 'Lambda', node)
    this.inside(() => {
      this.parameters(node.child('parameters'))
      this.expression('body', node.child('body'))
    })
  }

  yield(field: string, node: Node): void {
    this.operation(
      field,
      node.has('from') ? 'YieldFrom' : 'Yield',
      node,
      '',
      node.parts.map(each => ['value', each]),
    )
  }

  named(field: string, node: Node): void {
    this.put(field, 'NamedExpr', node)
    this.inside(() => {
      this.expression('target', node.child('name'), 'Store')
      this.expression('value', node.child('value'))
    })
  }

  conditional(field: string, node: Node): void {
    const [yes = null, test = null, no = null] = node.parts
    this.operation(field, 'IfExp', node, '', [
      ['test', test],
      ['body', yes],
      ['orelse', no],
    ])
  }
}

function booleanOperands(node: Node, operator: string): readonly Node[] {
  const [left, right] = [node.child('left'), node.child('right')]
  if (!left || !right) return []
  const isSame = left.type === 'boolean_operator' && left.has(operator)
  return [...(isSame ? booleanOperands(left, operator) : [left]), right]
}

/** What stands between the `|` of a type. */
function alternatives(node: Node): readonly Node[] {
  if (node.type === 'type') return node.parts.flatMap(alternatives)
  const isUnion = node.type === 'union_type' || (node.type === 'binary_operator' && node.has('|'))
  return isUnion ? node.parts.flatMap(alternatives) : [node]
}

type Write = (lines: ExpressionLines, field: string, node: Node, role: Role) => void

const sequences =
  (type: string): Write =>
  (lines, field, node, role) =>
    lines.sequence(field, type, node, node.parts, role)
const comprehensions =
  (type: string): Write =>
  (lines, field, node) =>
    lines.comprehension(field, type, node)
const constants =
  (word: string): Write =>
  (lines, field, node) =>
    lines.constant(field, node, word)
const unary: Write = (lines, field, node) =>
  lines.operation(field, 'UnaryOp', node, `op=${unaries[node.first?.type ?? ''] ?? '?'}`, [
    ['operand', node.child('argument')],
  ])
const binary: Write = (lines, field, node) =>
  lines.operation(field, 'BinOp', node, `op=${binaries[node.child('operator')?.type ?? ''] ?? '?'}`, [
    ['left', node.child('left')],
    ['right', node.child('right')],
  ])
const union: Write = (lines, field, node) => lines.union(field, node.start, alternatives(node))
const splat: Write = (lines, field, node, role) => lines.starred(field, node, role)

const writers: Readonly<Record<string, Write>> = {
  identifier: (lines, field, node, role) => lines.name(field, node, role),
  integer: (lines, field, node) => lines.number(field, node),
  float: (lines, field, node) => lines.number(field, node),
  true: constants('True'),
  false: constants('False'),
  none: constants('None'),
  ellipsis: constants('Ellipsis'),
  string: (lines, field, node) => lines.string(field, node),
  concatenated_string: (lines, field, node) => lines.string(field, node),
  binary_operator: binary,
  union_type: union,
  unary_operator: unary,
  not_operator: unary,
  boolean_operator: (lines, field, node) => lines.boolean(field, node),
  comparison_operator: (lines, field, node) => lines.comparison(field, node),
  call: (lines, field, node) => lines.call(field, node),
  attribute: (lines, field, node, role) => lines.attribute(field, node, role),
  subscript: (lines, field, node, role) => lines.subscript(field, node, role),
  generic_type: (lines, field, node) => lines.generic(field, node),
  slice: (lines, field, node) => lines.slice(field, node),
  constrained_type: (lines, field, node) => lines.constrained(field, node),
  tuple: sequences('Tuple'),
  expression_list: sequences('Tuple'),
  pattern_list: sequences('Tuple'),
  tuple_pattern: sequences('Tuple'),
  list: sequences('List'),
  list_pattern: sequences('List'),
  set: sequences('Set'),
  list_splat: splat,
  list_splat_pattern: splat,
  splat_type: splat,
  dictionary: (lines, field, node) => lines.dictionary(field, node),
  list_comprehension: comprehensions('ListComp'),
  set_comprehension: comprehensions('SetComp'),
  dictionary_comprehension: comprehensions('DictComp'),
  generator_expression: comprehensions('GeneratorExp'),
  lambda: (lines, field, node) => lines.lambda(field, node),
  await: (lines, field, node) => lines.operation(field, 'Await', node, '', [['value', node.parts[0] ?? null]]),
  yield: (lines, field, node) => lines.yield(field, node),
  named_expression: (lines, field, node) => lines.named(field, node),
  conditional_expression: (lines, field, node) => lines.conditional(field, node),
}

const unaries: Readonly<Record<string, string>> = { '-': 'USub', '+': 'UAdd', '~': 'Invert', not: 'Not' }

/** The names of operators between two operands; with `=` behind them too. */
export const binaries: Readonly<Record<string, string>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mult',
  '/': 'Div',
  '//': 'FloorDiv',
  '%': 'Mod',
  '@': 'MatMult',
  '**': 'Pow',
  '<<': 'LShift',
  '>>': 'RShift',
  '&': 'BitAnd',
  '|': 'BitOr',
  '^': 'BitXor',
}

const comparisons: Readonly<Record<string, string>> = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<': 'Lt',
  '<=': 'LtE',
  '>': 'Gt',
  '>=': 'GtE',
  in: 'In',
  'not in': 'NotIn',
  is: 'Is',
  'is not': 'IsNot',
}
