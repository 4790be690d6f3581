import type { Exits } from './exits.ts'
import type { Node } from './node.ts'
import type { Binding, Scope, Use } from './scope.ts'
import { type Reaching, type State, unbound } from './state.ts'
import { waysTo } from './ways.ts'

/** Of which name: its bindings in the scope, and its uses there and in the scopes inside. */
export interface Question {
  readonly scope: Scope
  readonly bindings: readonly Binding[]
  readonly uses: readonly Use[]
}

/** How the state changes over a statement or expression on the way to a binding or use. */
export type Statement = (node: Node, state: State, walk: FlowWalk) => State

/** A walk along a scope's statements that notes what reaches each use of a name. */
export class FlowWalk {
  readonly source: string
  readonly scope: Scope
  readonly found = new Map<Node, Reaching>()
  private readonly events = new Map<Node, Binding>()
  private readonly remote: readonly Binding[]
  private readonly uses: ReadonlySet<Node>
  private readonly ways: ReadonlyMap<Node, readonly Node[]>
  private readonly exits: Exits
  private readonly statement: Statement

  constructor(source: string, { scope, bindings, uses }: Question, exits: Exits, statement: Statement) {
    this.source = source
    this.scope = scope
    this.exits = exits
    this.statement = statement
    this.remote = bindings.filter(binding => binding.remote)
    for (const binding of bindings) if (!binding.remote) this.events.set(binding.node, binding)
    this.uses = new Set(uses.map(use => use.node))
    this.ways = waysTo([...this.events.keys(), ...this.uses], scope.node)
  }

  run(): ReadonlyMap<Node, Reaching> {
    const parameters = [...this.events.values()].filter(binding => binding.bound.kind === 'parameter')
    const start: State = { bindings: parameters.length > 0 ? new Set(parameters) : unbound, live: true }
    const { kind, node } = this.scope
    const end = kind === 'module' ? this.block(node, start) : this.visit(node.child('body'), start)
    // Under the scope's own node: what is bound when it has run.
    this.record(node, end.bindings)
    return this.found
  }

  /** The children on the way to a binding or use. */
  children(node: Node): readonly Node[] {
    return this.ways.get(node) ?? []
  }

  isUse(node: Node): boolean {
    return this.uses.has(node)
  }

  /** Whether the name is bound at the node. */
  binds(node: Node): boolean {
    return this.events.has(node)
  }

  visit(node: Node | null | undefined, state: State): State {
    if (!node) return state
    const binding = this.events.get(node)
    if (this.isUse(node)) this.record(node, state.bindings)
    if (binding) return bind(binding, state)
    return this.ways.has(node) || node.type === 'block' ? this.statement(node, state, this) : state
  }

  all(nodes: readonly Node[], state: State): State {
    return nodes.reduce((current, node) => this.visit(node, current), state)
  }

  inOrder(node: Node, fields: readonly string[], state: State): State {
    const children = this.children(node)
    return this.all(
      fields.flatMap(field => children.filter(child => child.field === field)),
      state,
    )
  }

  /** Statements one after another, up to the one that leaves. */
  block(node: Node, state: State): State {
    const exit = this.exits.of(node)
    let current = state
    for (const child of this.children(node)) {
      if (child.start >= exit) current = { ...current, live: false }
      current = this.visit(child, current)
    }
    return exit === Number.POSITIVE_INFINITY ? current : { ...current, live: false }
  }

  record(node: Node, bindings: Reaching): void {
    this.found.set(node, new Set([...(this.found.get(node) ?? []), ...bindings, ...this.remote]))
  }

  /** The state with every binding below the nodes as one that may have come before. */
  clouded(nodes: readonly (Node | null)[], state: State): State {
    const bindings = new Set(state.bindings)
    for (const binding of this.events.values()) {
      if (!nodes.some(node => node && node.start <= binding.node.start && binding.node.end <= node.end)) continue
      bindings.add(binding.bound.kind === 'deleted' ? null : binding)
    }
    return { ...state, bindings }
  }

  /** The bindings from an offset on. */
  boundFrom(start: number): readonly Binding[] {
    return [...this.events.values()].filter(({ node, bound }) => node.start >= start && bound.kind !== 'deleted')
  }
}

function bind(binding: Binding, state: State): State {
  if (binding.bound.kind === 'deleted') return { ...state, bindings: unbound }
  if (binding.bound.kind === 'star') return { ...state, bindings: new Set([...state.bindings, binding]) }
  return { ...state, bindings: new Set([binding]) }
}
