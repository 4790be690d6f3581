import type { Node } from './node.ts'
import type { SyntaxTree } from './parser.ts'
import { type Binding, type Bound, moduleOf, ownerOf, type Scope, type ScopeKind, star, type Use } from './scope.ts'

/** Every scope, binding and read of one module. */
export interface Names {
  readonly module: Scope
  readonly scopes: readonly Scope[]
  readonly uses: ReadonlyMap<string, readonly Use[]>
  /** Attributes and subscripts that something is assigned to. */
  readonly assigned: readonly { readonly node: Node; readonly scope: Scope }[]
  scopeOf(node: Node): Scope
}

const comprehensions = new Set(['list_comprehension', 'set_comprehension', 'dictionary_comprehension'])

/** Reads the scopes of a module. The tree must not be deeper than the call stack allows. */
export function collectNames(tree: SyntaxTree): Names {
  const collector = new Collector(tree)
  return collector.names()
}

class Collector {
  private readonly source: string
  private readonly module: Scope
  private readonly scopes: Scope[] = []
  private readonly uses = new Map<string, Use[]>()
  private readonly assigned: { node: Node; scope: Scope }[] = []
  private readonly scopeByNode = new Map<Node, Scope>()
  private typing = 0

  constructor(tree: SyntaxTree) {
    this.source = tree.source
    this.module = this.open('module', tree.root, null)
    this.each(tree.root.children, this.module)
    for (const scope of this.scopes) this.moveDeclared(scope)
  }

  names(): Names {
    return {
      module: this.module,
      scopes: this.scopes,
      uses: this.uses,
      assigned: this.assigned,
      scopeOf: node => this.scopeOf(node),
    }
  }

  private scopeOf(node: Node): Scope {
    for (let at: Node | null = node; at; at = at.parent) {
      const scope = this.scopeByNode.get(at)
      if (scope) return scope
    }
    return this.module
  }

  private open(kind: ScopeKind, node: Node, parent: Scope | null): Scope {
    const scope: Scope = { kind, node, parent, bindings: new Map(), declared: new Map() }
    this.scopes.push(scope)
    return scope
  }

  private text(node: Node): string {
    return this.source.slice(node.start, node.end)
  }

  private bind(name: string, bound: Bound, node: Node, scope: Scope): void {
    const home = bound.kind === 'expression' && node.parent?.type === 'named_expression' ? walrusHome(scope) : scope
    const binding: Binding = { name, bound, node, scope: home, remote: false, typing: this.typing > 0 }
    push(home.bindings, name, binding)
  }

  private each(nodes: readonly Node[], scope: Scope): void {
    for (const node of nodes) this.visit(node, scope)
  }

  private visit(node: Node, scope: Scope): void {
    switch (node.type) {
      case 'identifier':
        return this.use(node, scope)
      case 'attribute':
        return this.field(node, 'object', scope)
      case 'keyword_argument':
        return this.field(node, 'value', scope)
      case 'import_statement':
      case 'future_import_statement':
        return this.importModules(node, scope)
      case 'import_from_statement':
        return this.importNames(node, scope)
      case 'assignment':
        return this.assignment(node, scope)
      case 'augmented_assignment':
        this.field(node, 'left', scope)
        this.field(node, 'right', scope)
        return this.target(node.child('left'), null, scope)
      case 'named_expression':
        this.field(node, 'value', scope)
        return this.target(node.child('name'), node.child('value'), scope)
      case 'for_statement':
        this.field(node, 'right', scope)
        this.loopTarget(node.child('left'), node.child('right'), scope)
        this.field(node, 'body', scope)
        return this.field(node, 'alternative', scope)
      case 'as_pattern':
        return this.asPattern(node, scope)
      case 'delete_statement':
        return this.deletion(node, scope)
      case 'global_statement':
      case 'nonlocal_statement':
        for (const name of node.parts)
          scope.declared.set(this.text(name), node.type === 'global_statement' ? 'global' : 'nonlocal')
        return
      case 'if_statement':
        return this.ifStatement(node, scope)
      case 'case_pattern':
        return this.capture(node, scope)
      case 'function_definition':
        return this.functionDefinition(node, scope)
      case 'class_definition':
        return this.classDefinition(node, scope)
      case 'lambda':
        return this.lambda(node, scope)
      case 'generator_expression':
        return this.comprehension(node, 'generator', scope)
      case 'type_alias_statement':
        return this.typeAlias(node, scope)
      default:
        if (comprehensions.has(node.type)) return this.comprehension(node, 'comprehension', scope)
        return this.each(node.children, scope)
    }
  }

  private field(node: Node, field: string, scope: Scope): void {
    this.each(node.childrenOf(field), scope)
  }

  private use(node: Node, scope: Scope): void {
    const name = this.text(node)
    push(this.uses, name, { name, node, scope })
  }

  private importModules(node: Node, scope: Scope): void {
    for (const part of node.childrenOf('name')) {
      const alias = part.child('alias')
      const path = this.text(part.child('name') ?? part).replace(/\s/g, '')
      const top = path.split('.')[0] ?? path
      const bound: Bound =
        node.type === 'future_import_statement'
          ? { kind: 'import', module: '__future__', level: 0, name: path }
          : { kind: 'import', module: alias ? path : top, level: 0, name: null }
      this.bind(alias ? this.text(alias) : top, bound, part, scope)
    }
  }

  private importNames(node: Node, scope: Scope): void {
    const from = node.child('module_name')
    const dots = from?.children.find(child => child.type === 'import_prefix')
    const level = dots ? this.text(dots).replace(/[^.]/g, '').length : 0
    const module = from ? this.text(from).replace(/\s/g, '').slice(level) : ''
    for (const part of node.childrenOf('name')) {
      const name = this.text(part.child('name') ?? part)
      const alias = part.child('alias')
      this.bind(alias ? this.text(alias) : name, { kind: 'import', module, level, name }, part, scope)
    }
    const wildcard = node.children.find(child => child.type === 'wildcard_import')
    if (wildcard) this.bind(star, { kind: 'star', module, level }, wildcard, scope)
  }

  private assignment(node: Node, scope: Scope): void {
    const right = node.child('right')
    if (right) this.visit(right, scope)
    this.field(node, 'type', scope)
    const value = right?.type === 'assignment' ? lastRight(right) : right
    if (right) return this.target(node.child('left'), value, scope)
    const left = node.child('left')
    // `x: int` makes x a name of this scope without giving it a value.
    if (left?.type === 'identifier') touch(scope.bindings, this.text(left))
    else if (left) this.visit(left, scope)
  }

  /** `value` is the expression that a single name gets; null where the name gets a part of something. */
  private target(node: Node | null, value: Node | null, scope: Scope, source: Node | null = value): void {
    if (!node) return
    if (node.type === 'identifier')
      return this.bind(this.text(node), value ? { kind: 'expression', value } : { kind: 'target', source }, node, scope)
    if (node.type === 'attribute' || node.type === 'subscript') {
      this.assigned.push({ node, scope })
      this.scopeByNode.set(node, scope)
      return this.visit(node, scope)
    }
    const single = node.type === 'parenthesized_expression' || node.type === 'as_pattern_target'
    const items = itemsFor(node, value)
    node.parts.forEach((part, index) => {
      this.target(part, single ? value : (items?.[index] ?? null), scope, items?.[index] ?? source)
    })
  }

  private loopTarget(node: Node | null, iterable: Node | null, scope: Scope): void {
    if (node?.type === 'identifier' && iterable)
      return this.bind(this.text(node), { kind: 'each', iterable }, node, scope)
    this.target(node, null, scope, iterable)
  }

  private asPattern(node: Node, scope: Scope): void {
    const alias = node.child('alias')
    const inMatch = !alias
    const target = alias ?? node.parts.at(-1) ?? null
    for (const part of node.parts) if (part !== target) this.visit(part, scope)
    if (inMatch && target?.type !== 'identifier') return
    this.target(target, null, scope)
  }

  private deletion(node: Node, scope: Scope): void {
    const parts = node.parts.flatMap(part => (part.type === 'identifier' ? [part] : flatten(part)))
    for (const part of parts) {
      if (part.type === 'identifier') this.bind(this.text(part), { kind: 'deleted' }, part, scope)
      else this.target(part, null, scope)
    }
  }

  private ifStatement(node: Node, scope: Scope): void {
    const condition = node.child('condition')
    const typing = condition && /^(\w+\.)*TYPE_CHECKING$/.test(this.text(condition))
    for (const child of node.children) {
      const guarded = typing && child.field === 'consequence'
      if (guarded) this.typing++
      this.visit(child, scope)
      if (guarded) this.typing--
    }
  }

  private capture(node: Node, scope: Scope): void {
    for (const part of node.parts) {
      if (part.type === 'dotted_name') {
        const [first, second] = part.parts
        if (first && second) this.use(first, scope)
        else if (first && this.text(first) !== '_') this.target(first, null, scope)
      } else this.pattern(part, scope)
    }
  }

  private pattern(node: Node, scope: Scope): void {
    if (node.type === 'splat_pattern')
      return node.parts.forEach(part => {
        this.target(part, null, scope)
      })
    if (node.type === 'class_pattern' || node.type === 'keyword_pattern') {
      const [head, ...rest] = node.parts
      const first = head?.type === 'dotted_name' ? head.parts[0] : head
      if (first && node.type === 'class_pattern') this.use(first, scope)
      return rest.forEach(part => {
        this.patternPart(part, scope)
      })
    }
    if (node.type === 'as_pattern') return this.asPattern(node, scope)
    if (node.type === 'case_pattern') return this.capture(node, scope)
    return node.parts.forEach(part => {
      this.patternPart(part, scope)
    })
  }

  private patternPart(node: Node, scope: Scope): void {
    if (node.type === 'dotted_name')
      return this.target(node.parts.length === 1 ? (node.parts[0] ?? null) : null, null, scope)
    this.pattern(node, scope)
  }

  /** The scope in which a definition's type parameters live: one of their own, if it has any. */
  private typeParameters(node: Node, scope: Scope): Scope {
    const list = node.child('type_parameters')
    if (!list) return scope
    const own = this.open('types', node, scope)
    for (const part of list.parts) this.typeParameter(part, own)
    return own
  }

  private typeParameter(node: Node, scope: Scope): void {
    const name = firstIdentifier(node)
    if (name) this.bind(this.text(name), { kind: 'target', source: null }, name, scope)
  }

  private typeAlias(node: Node, scope: Scope): void {
    const name = firstIdentifier(node.child('left'))
    if (name) this.bind(this.text(name), { kind: 'target', source: null }, name, scope)
    this.field(node, 'right', scope)
  }

  private functionDefinition(node: Node, scope: Scope): void {
    const outer = this.typeParameters(node, scope)
    const inner = this.open('function', node, outer)
    this.parameters(node.child('parameters'), outer, inner)
    this.field(node, 'return_type', outer)
    this.body(node.child('body'), inner)
    this.definition(node, 'function', scope)
  }

  private classDefinition(node: Node, scope: Scope): void {
    const outer = this.typeParameters(node, scope)
    this.field(node, 'superclasses', outer)
    this.body(node.child('body'), this.open('class', node, outer))
    this.definition(node, 'class', scope)
  }

  private definition(node: Node, kind: 'function' | 'class', scope: Scope): void {
    const name = node.child('name')
    if (name) this.bind(this.text(name), { kind, definition: node }, name, scope)
  }

  private body(node: Node | null, scope: Scope): void {
    if (!node) return
    this.scopeByNode.set(node, scope)
    this.visit(node, scope)
  }

  private lambda(node: Node, scope: Scope): void {
    const inner = this.open('lambda', node, scope)
    this.parameters(node.child('parameters'), scope, inner)
    this.body(node.child('body'), inner)
  }

  private parameters(list: Node | null, outer: Scope, inner: Scope): void {
    for (const part of list?.parts ?? []) {
      const value = part.child('value')
      const name = part.type === 'identifier' ? part : firstIdentifier(part.child('name') ?? part)
      this.field(part, 'type', outer)
      if (value) this.visit(value, outer)
      if (name) this.bind(this.text(name), { kind: 'parameter', default: value }, name, inner)
    }
  }

  private comprehension(node: Node, kind: 'comprehension' | 'generator', scope: Scope): void {
    const inner = this.open(kind, node, scope)
    const clauses = node.parts.filter(part => part.type === 'for_in_clause')
    for (const part of node.children) {
      const isFirst = part === clauses[0]
      if (part.type === 'for_in_clause') this.clause(part, isFirst ? scope : inner, inner)
      else this.body(part, inner)
    }
  }

  private clause(node: Node, source: Scope, inner: Scope): void {
    for (const right of node.childrenOf('right')) {
      this.scopeByNode.set(right, source)
      this.visit(right, source)
    }
    this.loopTarget(node.child('left'), node.child('right'), inner)
  }

  /** Bindings of a name that is declared `global` or `nonlocal` belong to another scope. */
  private moveDeclared(scope: Scope): void {
    for (const [name, kind] of scope.declared) {
      const bindings = scope.bindings.get(name)
      if (!bindings) continue
      const home = kind === 'global' ? moduleOf(scope) : scope.parent && ownerOf(name, scope.parent)
      if (!home || home === scope) continue
      scope.bindings.delete(name)
      for (const binding of bindings) push(home.bindings, name, { ...binding, scope: home, remote: true })
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  touch(map, key).push(value)
}

function touch<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

function walrusHome(scope: Scope): Scope {
  const passing = scope.kind === 'comprehension' || scope.kind === 'generator'
  return passing && scope.parent ? walrusHome(scope.parent) : scope
}

/** The value of `a = b = value`. */
function lastRight(node: Node): Node | null {
  const right = node.child('right')
  return right?.type === 'assignment' ? lastRight(right) : right
}

/** The items of a tuple or list that a pattern of as many names takes apart; null where they do not stand there one by one. */
function itemsFor(pattern: Node, value: Node | null): readonly Node[] | null {
  if (!value || !/^(expression_list|tuple|list)$/.test(value.type) || value.parts.length !== pattern.parts.length)
    return null
  return [...value.parts, ...pattern.parts].some(part => /splat/.test(part.type)) ? null : value.parts
}

function flatten(node: Node): readonly Node[] {
  const listing = [
    'expression_list',
    'tuple',
    'list',
    'parenthesized_expression',
    'pattern_list',
    'tuple_pattern',
    'list_pattern',
  ]
  return listing.includes(node.type) ? node.parts.flatMap(flatten) : [node]
}

function firstIdentifier(node: Node | null): Node | null {
  if (!node || node.type === 'identifier') return node
  for (const part of node.parts) {
    const found = firstIdentifier(part)
    if (found) return found
  }
  return null
}
