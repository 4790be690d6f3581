import type { Exits } from './exits.ts'
import type { Node } from './node.ts'
import type { Binding, Scope, Use } from './scope.ts'

/** The bindings that a name can have at a point; `null` among them: none at all. */
export type Reaching = ReadonlySet<Binding | null>

interface State {
  readonly bindings: Reaching
  /** False after a return or raise; such a state is read by what stands there, but goes nowhere. */
  readonly live: boolean
}

const unbound: Reaching = new Set([null])
const loops = ['for_statement', 'while_statement']

/**
 * For one name of one scope: the bindings that reach each of its uses, following Python's statements.
 * Loops are taken as if any of their bindings could have come before; a use inside a function also sees
 * whatever is bound after the function's definition, since it may be called then.
 */
export function reachingBindings(source: string, question: Question, exits: Exits): ReadonlyMap<Node, Reaching> {
  return new Flow(source, question, exits).run()
}

/** Of which name: its bindings in the scope, and its uses there and in the scopes inside. */
export interface Question {
  readonly scope: Scope
  readonly bindings: readonly Binding[]
  readonly uses: readonly Use[]
}

class Flow {
  private readonly source: string
  private readonly scope: Scope
  private readonly events = new Map<Node, Binding>()
  private readonly remote: readonly Binding[]
  private readonly uses = new Set<Node>()
  private readonly marked = new Map<Node, Node[]>()
  private readonly exits: Exits
  private readonly found = new Map<Node, Reaching>()

  constructor(source: string, { scope, bindings, uses }: Question, exits: Exits) {
    this.source = source
    this.scope = scope
    this.exits = exits
    this.remote = bindings.filter(binding => binding.remote)
    for (const binding of bindings) if (!binding.remote) this.events.set(binding.node, binding)
    for (const use of uses) this.uses.add(use.node)
    this.mark([...this.events.keys(), ...this.uses])
  }

  /** Remembers the way from the scope down to each event, so that the rest of the tree is never visited. */
  private mark(nodes: readonly Node[]): void {
    const seen = new Set<Node>()
    for (const node of [...nodes].sort((a, b) => a.start - b.start)) {
      for (let at: Node = node; at !== this.scope.node && at.parent && !seen.has(at); at = at.parent) {
        seen.add(at)
        const siblings = this.marked.get(at.parent) ?? []
        this.marked.set(at.parent, siblings)
        siblings.push(at)
      }
    }
    for (const children of this.marked.values()) children.sort((a, b) => a.start - b.start)
  }

  run(): ReadonlyMap<Node, Reaching> {
    const parameters = [...this.events.values()].filter(binding => binding.bound.kind === 'parameter')
    let start: State = { bindings: unbound, live: true }
    if (parameters.length > 0) start = { bindings: new Set(parameters), live: true }
    const { node } = this.scope
    const end = this.scope.kind === 'module' ? this.sequence(node, start) : this.visit(node.child('body'), start)
    // Under the scope's own node: what is bound when it has run.
    this.record(node, end.bindings)
    return this.found
  }

  private children(node: Node): readonly Node[] {
    return this.marked.get(node) ?? []
  }

  private visit(node: Node | null | undefined, state: State): State {
    if (!node) return state
    const binding = this.events.get(node)
    if (this.uses.has(node)) this.record(node, state.bindings)
    if (binding) return this.bind(binding, state)
    return this.marked.has(node) || node.type === 'block' ? this.statement(node, state) : state
  }

  private bind(binding: Binding, state: State): State {
    if (binding.bound.kind === 'deleted') return { ...state, bindings: unbound }
    if (binding.bound.kind === 'star') return { ...state, bindings: new Set([...state.bindings, binding]) }
    return { ...state, bindings: new Set([binding]) }
  }

  private record(node: Node, bindings: Reaching): void {
    this.found.set(node, new Set([...(this.found.get(node) ?? []), ...bindings, ...this.remote]))
  }

  private statement(node: Node, state: State): State {
    switch (node.type) {
      case 'module':
      case 'block':
        return this.block(node, state)
      case 'return_statement':
      case 'raise_statement':
        return { ...this.sequence(node, state), live: false }
      case 'assignment':
        return this.inOrder(node, ['right', 'type', 'left'], state)
      case 'augmented_assignment':
        return this.augmented(node, state)
      case 'named_expression':
        return this.inOrder(node, ['value', 'name'], state)
      case 'for_statement':
      case 'while_statement':
        return this.loop(node, state)
      case 'if_statement':
        return this.branches(node, state)
      case 'try_statement':
        return this.tryStatement(node, state)
      case 'with_statement':
        return this.withStatement(node, state)
      case 'match_statement':
        return this.matchStatement(node, state)
      case 'conditional_expression':
        return this.conditional(node, state)
      case 'boolean_operator':
      case 'comparison_operator':
      case 'assert_statement':
        return this.maybe(this.children(node), state)
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
        return this.comprehension(node, state)
      case 'generator_expression':
      case 'lambda':
      case 'function_definition':
      case 'class_definition':
        return this.definition(node, state)
      default:
        return this.sequence(node, state)
    }
  }

  private sequence(node: Node, state: State): State {
    return node.type === 'module' || node.type === 'block'
      ? this.block(node, state)
      : this.all(this.children(node), state)
  }

  private all(nodes: readonly Node[], state: State): State {
    return nodes.reduce((current, node) => this.visit(node, current), state)
  }

  private inOrder(node: Node, fields: readonly string[], state: State): State {
    return this.all(
      fields.flatMap(field => this.children(node).filter(child => child.field === field)),
      state,
    )
  }

  private block(node: Node, state: State): State {
    const exit = this.exits.of(node)
    let current = state
    for (const child of this.children(node)) {
      if (child.start >= exit) current = { ...current, live: false }
      current = this.visit(child, current)
    }
    return exit === Number.POSITIVE_INFINITY ? current : { ...current, live: false }
  }

  /** Nodes that may or may not run. */
  private maybe(nodes: readonly Node[], state: State): State {
    return join(state, this.all(nodes, state))
  }

  private augmented(node: Node, state: State): State {
    const left = node.child('left')
    if (left && this.uses.has(left)) this.record(left, state.bindings)
    const after = this.visit(node.child('right'), state)
    return left ? this.visit(left, after) : after
  }

  /** The state with every binding below the nodes as one that may have come before. */
  private clouded(nodes: readonly (Node | null)[], state: State): State {
    const bindings = new Set(state.bindings)
    for (const binding of this.events.values()) {
      if (!nodes.some(node => node && node.start <= binding.node.start && binding.node.end <= node.end)) continue
      bindings.add(binding.bound.kind === 'deleted' ? null : binding)
    }
    return { ...state, bindings }
  }

  private loop(node: Node, state: State): State {
    const head = this.visit(node.child('right'), state)
    const entry = this.clouded([node.child('left'), node.child('condition'), node.child('body')], head)
    const inside = this.visit(node.child('left') ?? node.child('condition'), entry)
    this.visit(node.child('body'), inside)
    const other = node.child('alternative')
    return other ? join(entry, this.visit(other, entry)) : entry
  }

  private branches(node: Node, state: State): State {
    let otherwise = this.visit(node.child('condition'), state)
    let out = this.visit(node.child('consequence'), otherwise)
    for (const branch of node.childrenOf('alternative')) {
      if (branch.type === 'else_clause') return join(out, this.visit(branch.child('body'), otherwise))
      otherwise = this.visit(branch.child('condition'), otherwise)
      out = join(out, this.visit(branch.child('consequence'), otherwise))
    }
    return join(out, otherwise)
  }

  private tryStatement(node: Node, state: State): State {
    const body = node.child('body')
    const raised = this.clouded([body], state)
    const other = node.children.find(child => child.type === 'else_clause')
    let out = this.visit(other?.child('body'), this.visit(body, state))
    for (const clause of node.children)
      if (clause.type.startsWith('except')) out = join(out, this.handler(clause, raised))
    const last = node.children.find(child => child.type === 'finally_clause')?.parts[0]
    if (!last) return out
    this.visit(last, this.clouded([node], state))
    return this.visit(last, out)
  }

  /** The name of `except … as name` is unbound again after the clause. */
  private handler(clause: Node, state: State): State {
    const names = clause.child('value')?.child('alias')?.parts ?? []
    const out = this.all([...clause.parts], state)
    return names.some(name => this.events.has(name)) ? { ...out, bindings: unbound } : out
  }

  private withStatement(node: Node, state: State): State {
    const body = node.child('body')
    const head = this.all(
      this.children(node).filter(child => child !== body),
      state,
    )
    const out = this.visit(body, head)
    return this.swallows(node) ? join(this.clouded([body], head), out) : out
  }

  /** Whether the statement may go on after an exception inside it: contextlib.suppress, pytest.raises. */
  private swallows(node: Node): boolean {
    const clause = node.children.find(child => child.type === 'with_clause')
    return Boolean(clause && /suppress|raises/.test(this.source.slice(clause.start, clause.end)))
  }

  private matchStatement(node: Node, state: State): State {
    const subject = this.visit(node.child('subject'), state)
    const cases = node.child('body')?.childrenOf('alternative') ?? []
    const tried = this.clouded(
      cases.flatMap(each => each.children.filter(child => child.type === 'case_pattern')),
      subject,
    )
    return cases.reduce((out, each) => join(out, this.all(this.children(each), tried)), tried)
  }

  private conditional(node: Node, state: State): State {
    const [yes, condition, no] = node.parts
    const asked = this.visit(condition, state)
    return join(this.visit(yes, asked), this.visit(no, asked))
  }

  private comprehension(node: Node, state: State): State {
    const clauses = this.children(node).filter(child => child.field !== 'body')
    const body = this.children(node).filter(child => child.field === 'body')
    const entry = this.clouded([node], state)
    const first = clauses[0]
    if (first) this.visit(first, state)
    this.all([...clauses, ...body], entry)
    return entry
  }

  /** Code that runs later sees what is bound now and everything that is bound from here on. */
  private definition(node: Node, state: State): State {
    const name = node.child('name')
    const now = this.children(node).filter(child => child !== name && this.runsNow(node, child))
    const after = this.all(now, state)
    const later = this.children(node).filter(child => child !== name && !now.includes(child))
    for (const child of later) this.defer(child, after)
    return name ? this.visit(name, after) : after
  }

  private runsNow(node: Node, child: Node): boolean {
    if (node.type === 'class_definition') return true
    if (node.type === 'generator_expression') return child === node.parts.find(part => part.type === 'for_in_clause')
    return child.field !== 'body'
  }

  private defer(node: Node, state: State): void {
    const loop = this.outermostLoop(node)
    const from = loop ? Math.min(loop.start, node.start) : node.start
    const later = [...this.events.values()].filter(
      ({ node: at, bound }) => at.start >= from && bound.kind !== 'deleted',
    )
    const bindings = new Set([...state.bindings, ...later])
    const stack = [node]
    for (let at = stack.pop(); at; at = stack.pop()) {
      if (this.uses.has(at)) this.record(at, bindings)
      stack.push(...this.children(at))
    }
  }

  private outermostLoop(node: Node): Node | null {
    let found: Node | null = null
    for (let at = node.parent; at && at !== this.scope.node; at = at.parent) if (loops.includes(at.type)) found = at
    return found
  }
}

function join(a: State, b: State): State {
  if (a.live !== b.live) return a.live ? a : b
  return { bindings: new Set([...a.bindings, ...b.bindings]), live: a.live }
}
