import type { FlowWalk, Statement } from './flow_walk.ts'
import type { Node } from './node.ts'
import { join, type State, unbound } from './state.ts'

/** Loops: as if any binding inside could have come before. */
export const loop: Statement = (node, state, walk) => {
  const head = walk.visit(node.child('right'), state)
  const entry = walk.clouded([node.child('left'), node.child('condition'), node.child('body')], head)
  const inside = walk.visit(node.child('left') ?? node.child('condition'), entry)
  walk.visit(node.child('body'), inside)
  const other = node.child('alternative')
  return other ? join(entry, walk.visit(other, entry)) : entry
}

/** `if`, with its `elif` and `else`. */
export const branches: Statement = (node, state, walk) => {
  let otherwise = walk.visit(node.child('condition'), state)
  let out = walk.visit(node.child('consequence'), otherwise)
  for (const branch of node.childrenOf('alternative')) {
    if (branch.type === 'else_clause') return join(out, walk.visit(branch.child('body'), otherwise))
    otherwise = walk.visit(branch.child('condition'), otherwise)
    out = join(out, walk.visit(branch.child('consequence'), otherwise))
  }
  return join(out, otherwise)
}

/** `try`: its handlers may come after any part of its body. */
export const tryStatement: Statement = (node, state, walk) => {
  const body = node.child('body')
  const raised = walk.clouded([body], state)
  const other = node.children.find(child => child.type === 'else_clause')
  let out = walk.visit(other?.child('body'), walk.visit(body, state))
  for (const clause of node.children)
    if (clause.type.startsWith('except')) out = join(out, handler(clause, raised, walk))
  const last = node.children.find(child => child.type === 'finally_clause')?.parts[0]
  if (!last) return out
  walk.visit(last, walk.clouded([node], state))
  return walk.visit(last, out)
}

/** The name of `except … as name` is unbound again after the clause. */
function handler(clause: Node, state: State, walk: FlowWalk): State {
  const names = clause.child('value')?.child('alias')?.parts ?? []
  const out = walk.all(clause.parts, state)
  return names.some(name => walk.binds(name)) ? { ...out, bindings: unbound } : out
}

/** `with`, which may go on after an exception inside it. */
export const withStatement: Statement = (node, state, walk) => {
  const body = node.child('body')
  const head = walk.all(
    walk.children(node).filter(child => child !== body),
    state,
  )
  const out = walk.visit(body, head)
  return swallows(node, walk) ? join(walk.clouded([body], head), out) : out
}

/** contextlib.suppress, pytest.raises. */
function swallows(node: Node, { source }: FlowWalk): boolean {
  const clause = node.children.find(child => child.type === 'with_clause')
  return Boolean(clause && /suppress|raises/.test(source.slice(clause.start, clause.end)))
}

/** `match`: any of its patterns may have been tried before. */
export const matchStatement: Statement = (node, state, walk) => {
  const subject = walk.visit(node.child('subject'), state)
  const cases = node.child('body')?.childrenOf('alternative') ?? []
  const tried = walk.clouded(
    cases.flatMap(each => each.children.filter(child => child.type === 'case_pattern')),
    subject,
  )
  return cases.reduce((out, each) => join(out, walk.all(walk.children(each), tried)), tried)
}

/** `a if b else c`. */
export const conditional: Statement = (node, state, walk) => {
  const [yes, condition, no] = node.parts
  const asked = walk.visit(condition, state)
  return join(walk.visit(yes, asked), walk.visit(no, asked))
}

/** Comprehensions that run where they stand: a walrus inside may have come before. */
export const comprehension: Statement = (node, state, walk) => {
  const clauses = walk.children(node).filter(child => child.field !== 'body')
  const body = walk.children(node).filter(child => child.field === 'body')
  const entry = walk.clouded([node], state)
  const [first] = clauses
  if (first) walk.visit(first, state)
  walk.all([...clauses, ...body], entry)
  return entry
}
