import type { Node } from '../../src/python/node.ts'
import { patternNames } from '../../src/python/patterns.ts'
import type { SyntaxTree } from '../../src/python/syntax_tree.ts'
import { binaries, ExpressionLines } from './expressions.ts'
import { bare } from './lines.ts'
import { type Parameter, parametersOf } from './parameters.ts'

/** The lines of a tree. `isExact` tells whether strings that are interpolated have places. */
export function linesOf({ source, root }: SyntaxTree, isExact: boolean): readonly string[] {
  const lines = new StatementLines(source, isExact)
  lines.module(root)
  return lines.all
}

class StatementLines extends ExpressionLines {
  module(root: Node): void {
    this.line('-', 'Module', '-')
    this.body('body', root)
  }

  private body(field: string, block: Node | null | undefined): void {
    this.inside(() => {
      for (const each of block?.parts ?? []) this.statement(field, each)
    })
  }

  private statement(field: string, node: Node, decorators: readonly Node[] = []): void {
    const word = simple[node.type]
    if (word) return this.put(field, word, node)
    const write = writers[node.type]
    if (write) write(this, field, node, decorators)
    else this.put(field, `?${node.type}`, node)
  }

  /** Of what holds statements, only the start is told. */
  private compound(field: string, type: string, node: Node, ...words: readonly string[]): void {
    this.line(field, node.has('async') ? `Async${type}` : type, this.isPlaced ? `${node.start}` : '-', ...words)
  }

  expressionStatement(field: string, node: Node): void {
    const [first] = node.parts
    if (first?.type === 'assignment') return this.assignment(field, first)
    if (first?.type === 'augmented_assignment') return this.augmented(field, first)
    this.put(field, 'Expr', node)
    this.inside(() => {
      if (node.has(',')) this.sequence('value', 'Tuple', node, node.parts, 'Load')
      else this.expression('value', first)
    })
  }

  private assignment(field: string, node: Node): void {
    if (node.child('type')) return this.annotated(field, node)
    this.put(field, 'Assign', node)
    this.inside(() => {
      let at: Node | null = node
      for (; at?.type === 'assignment'; at = at.child('right')) this.expression('targets', at.child('left'), 'Store')
      this.expression('value', at)
    })
  }

  private annotated(field: string, node: Node): void {
    const [left, right] = [node.child('left'), node.child('right')]
    this.put(field, 'AnnAssign', node, `simple=${left?.type === 'identifier' ? 1 : 0}`)
    this.inside(() => {
      this.expression('target', left, 'Store')
      this.expression('annotation', node.child('type'))
      if (right) this.expression('value', right)
    })
  }

  private augmented(field: string, node: Node): void {
    const operator = node.child('operator')?.type.slice(0, -1) ?? ''
    this.put(field, 'AugAssign', node, `op=${binaries[operator] ?? '?'}`)
    this.inside(() => {
      this.expression('target', node.child('left'), 'Store')
      this.expression('value', node.child('right'))
    })
  }

  withFields(field: string, type: string, node: Node, fields: readonly [string, Node | null | undefined][]): void {
    this.put(field, type, node)
    this.inside(() => {
      for (const [name, value] of fields) if (value) this.expression(name, value)
    })
  }

  delete(field: string, node: Node): void {
    const [first] = node.parts
    this.put(field, 'Delete', node)
    this.inside(() => this.each('targets', first?.type === 'expression_list' ? first.parts : node.parts, 'Del'))
  }

  declaration(field: string, type: string, node: Node): void {
    this.put(field, type, node, `names=${node.parts.map(each => this.text(each))}`)
  }

  import(field: string, node: Node): void {
    this.put(field, 'Import', node)
    this.aliases(node)
  }

  importFrom(field: string, node: Node, isFuture: boolean): void {
    const from = node.child('module_name')
    const dotted = from?.type === 'relative_import' ? from.parts.find(each => each.type === 'dotted_name') : from
    const prefix = from?.parts.find(each => each.type === 'import_prefix')
    const module = isFuture ? '__future__' : dotted && this.dotted(dotted)
    const level = prefix ? this.text(prefix).replace(/[^.]/g, '').length : 0
    this.put(field, 'ImportFrom', node, ...(module ? [`module=${module}`] : []), `level=${level}`)
    this.aliases(node)
  }

  private aliases(node: Node): void {
    this.inside(() => {
      for (const each of node.children) {
        if (each.type === 'wildcard_import') this.put('names', 'alias', each, 'name=*')
        else if (each.field === 'name' && each.named) this.alias(each)
      }
    })
  }

  private alias(node: Node): void {
    const alias = node.child('alias')
    const name = `name=${this.dotted(node.child('name') ?? node)}`
    this.put('names', 'alias', node, name, ...(alias ? [`asname=${this.text(alias)}`] : []))
  }

  private dotted(node: Node): string {
    return node.parts.map(each => this.text(each)).join('.')
  }

  if(field: string, node: Node, alternatives = node.childrenOf('alternative')): void {
    this.compound(field, 'If', node)
    this.inside(() => this.expression('test', node.child('condition')))
    this.body('body', node.child('consequence'))
    const [next, ...others] = alternatives
    if (next?.type === 'elif_clause') this.inside(() => this.if('orelse', next, others))
    else this.body('orelse', next?.child('body'))
  }

  while(field: string, node: Node): void {
    this.compound(field, 'While', node)
    this.inside(() => this.expression('test', node.child('condition')))
    this.body('body', node.child('body'))
    this.body('orelse', node.child('alternative')?.child('body'))
  }

  for(field: string, node: Node): void {
    this.compound(field, 'For', node)
    this.inside(() => {
      this.expression('target', node.child('left'), 'Store')
      this.expression('iter', node.child('right'))
    })
    this.body('body', node.child('body'))
    this.body('orelse', node.child('alternative')?.child('body'))
  }

  with(field: string, node: Node): void {
    this.compound(field, 'With', node)
    this.inside(() => {
      for (const item of withItems(node)) {
        this.line('items', 'withitem', '-')
        this.inside(() => this.aliased(item, 'context_expr', 'optional_vars'))
      }
    })
    this.body('body', node.child('body'))
  }

  private aliased(item: Node, value: string, alias: string): void {
    const node = bare(item)
    if (node.type !== 'as_pattern') return this.expression(value, item)
    this.expression(value, node.parts[0])
    this.expression(alias, node.child('alias'), 'Store')
  }

  try(field: string, node: Node): void {
    const clauses = node.parts
    const of = (type: string) => clauses.find(each => each.type === type)
    const handlers = clauses.filter(each => each.type === 'except_clause')
    this.compound(field, handlers.some(each => each.has('*')) ? 'TryStar' : 'Try', node)
    this.body('body', node.child('body'))
    this.inside(() => {
      for (const each of handlers) this.handler(each)
    })
    this.body('orelse', of('else_clause')?.child('body'))
    this.body('finalbody', blockOf(of('finally_clause')))
  }

  private handler(node: Node): void {
    const value = node.child('value')
    const alias = value?.child('alias') ?? node.child('alias')
    this.compound('handlers', 'ExceptHandler', node, ...(alias ? [`name=${this.text(alias)}`] : []))
    this.inside(() => {
      if (value) this.expression('type', value.type === 'as_pattern' ? value.parts[0] : value)
    })
    this.body('body', blockOf(node))
  }

  function(field: string, node: Node, decorators: readonly Node[]): void {
    const returned = node.child('return_type')
    this.compound(field, 'FunctionDef', node, `name=${this.nameOf(node)}`)
    this.inside(() => this.parameters(node.child('parameters')))
    this.body('body', node.child('body'))
    this.decorators(decorators)
    this.inside(() => {
      if (returned) this.expression('returns', returned)
      this.typeParameters(node)
    })
  }

  class(field: string, node: Node, decorators: readonly Node[]): void {
    this.compound(field, 'ClassDef', node, `name=${this.nameOf(node)}`)
    this.inside(() => this.arguments('bases', node.child('superclasses')))
    this.body('body', node.child('body'))
    this.decorators(decorators)
    this.inside(() => this.typeParameters(node))
  }

  private nameOf(node: Node): string {
    const name = node.child('name')
    return name ? this.text(name) : '?'
  }

  private decorators(decorators: readonly Node[]): void {
    this.inside(() => {
      for (const each of decorators) this.expression('decorator_list', each.parts[0])
    })
  }

  decorated(field: string, node: Node): void {
    const definition = node.child('definition')
    if (definition)
      this.statement(
        field,
        definition,
        node.parts.filter(each => each.type === 'decorator'),
      )
  }

  protected override parameters(list: Node | null): void {
    const all = parametersOf(list)
    const of = (kind: Parameter['kind']) => all.filter(each => each.kind === kind)
    const positional = [...of('posonlyargs'), ...of('args')]
    this.line('args', 'arguments', '-')
    this.inside(() => {
      for (const each of [...positional, ...of('vararg'), ...of('kwonlyargs')]) this.parameter(each)
      for (const each of of('kwonlyargs')) {
        if (each.default) this.expression('kw_defaults', each.default)
        else this.line('kw_defaults', 'None')
      }
      for (const each of of('kwarg')) this.parameter(each)
      for (const each of positional) if (each.default) this.expression('defaults', each.default)
    })
  }

  private parameter({ kind, name, annotation }: Parameter): void {
    this.put(kind, 'arg', { start: name.start, end: (annotation ?? name).end }, `arg=${this.text(name)}`)
    this.inside(() => {
      if (annotation) this.expression('annotation', annotation)
    })
  }

  private typeParameters(node: Node): void {
    for (const each of node.child('type_parameters')?.parts ?? []) this.typeParameter(each)
  }

  private typeParameter(wrapped: Node): void {
    const node = bare(wrapped)
    const [name = node, bound] = node.type === 'constrained_type' ? node.parts : [node]
    this.put('type_params', 'TypeVar', node, `name=${this.text(name)}`)
    if (bound) this.inside(() => this.expression('bound', bound))
  }

  typeAlias(field: string, node: Node): void {
    const left = bare(node.child('left') ?? node)
    const [name = left, list] = left.type === 'generic_type' ? left.parts : [left]
    this.put(field, 'TypeAlias', node)
    this.inside(() => {
      this.expression('name', name, 'Store')
      for (const each of list?.parts ?? []) this.typeParameter(each)
      this.expression('value', node.child('right'))
    })
  }

  match(field: string, node: Node): void {
    const subjects = node.childrenOf('subject').filter(each => each.named)
    const cases = node.child('body')?.parts.filter(each => each.type === 'case_clause') ?? []
    this.compound(field, 'Match', node)
    this.inside(() => {
      this.subject(node, subjects)
      for (const each of cases) this.case(each)
    })
  }

  private subject(node: Node, subjects: readonly Node[]): void {
    const [first] = subjects
    const last = node.children.filter(each => each.type === ',' || each === subjects.at(-1)).at(-1)
    if (!first || !last || (subjects.length === 1 && last === first)) return this.expression('subject', first)
    this.sequence('subject', 'Tuple', { start: first.start, end: last.end }, subjects, 'Load')
  }

  private case(node: Node): void {
    const guard = node.child('guard')
    this.line('cases', 'match_case', '-')
    this.inside(() => {
      for (const pattern of node.parts.filter(each => each.type === 'case_pattern'))
        for (const name of patternNames(pattern, each => this.text(each)))
          this.line('pattern', name.does === 'read' ? 'reads' : 'binds', this.text(name.node))
      if (guard) this.expression('guard', guard.parts[0])
    })
    this.body('body', node.child('consequence'))
  }
}

function blockOf(node: Node | undefined): Node | undefined {
  return node?.parts.find(each => each.type === 'block')
}

/** The brackets around the items of a `with` are no tuple. */
function withItems(node: Node): readonly Node[] {
  const clause = node.parts.find(each => each.type === 'with_clause')
  const items = clause?.parts.flatMap(each => each.parts) ?? []
  const [only] = items
  return items.length === 1 && only?.type === 'tuple' && only.parts.length > 0 ? only.parts : items
}

type Write = (lines: StatementLines, field: string, node: Node, decorators: readonly Node[]) => void

const simple: Readonly<Record<string, string>> = {
  pass_statement: 'Pass',
  break_statement: 'Break',
  continue_statement: 'Continue',
}

const writers: Readonly<Record<string, Write>> = {
  expression_statement: (lines, field, node) => lines.expressionStatement(field, node),
  return_statement: (lines, field, node) => lines.withFields(field, 'Return', node, [['value', node.parts[0]]]),
  raise_statement: (lines, field, node) => {
    const cause = node.child('cause')
    lines.withFields(field, 'Raise', node, [
      ['exc', node.parts.find(each => each !== cause)],
      ['cause', cause],
    ])
  },
  assert_statement: (lines, field, node) =>
    lines.withFields(field, 'Assert', node, [
      ['test', node.parts[0]],
      ['msg', node.parts[1]],
    ]),
  delete_statement: (lines, field, node) => lines.delete(field, node),
  global_statement: (lines, field, node) => lines.declaration(field, 'Global', node),
  nonlocal_statement: (lines, field, node) => lines.declaration(field, 'Nonlocal', node),
  import_statement: (lines, field, node) => lines.import(field, node),
  import_from_statement: (lines, field, node) => lines.importFrom(field, node, false),
  future_import_statement: (lines, field, node) => lines.importFrom(field, node, true),
  if_statement: (lines, field, node) => lines.if(field, node),
  while_statement: (lines, field, node) => lines.while(field, node),
  for_statement: (lines, field, node) => lines.for(field, node),
  with_statement: (lines, field, node) => lines.with(field, node),
  try_statement: (lines, field, node) => lines.try(field, node),
  function_definition: (lines, field, node, decorators) => lines.function(field, node, decorators),
  class_definition: (lines, field, node, decorators) => lines.class(field, node, decorators),
  decorated_definition: (lines, field, node) => lines.decorated(field, node),
  type_alias_statement: (lines, field, node) => lines.typeAlias(field, node),
  match_statement: (lines, field, node) => lines.match(field, node),
}
