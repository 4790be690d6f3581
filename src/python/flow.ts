import type { Exits } from './exits.ts'
import {
  branches,
  comprehension,
  conditional,
  loop,
  matchStatement,
  tryStatement,
  withStatement,
} from './flow_branches.ts'
import { definition } from './flow_later.ts'
import { FlowWalk, type Question, type Statement } from './flow_walk.ts'
import type { Node } from './node.ts'
import { join, type Reaching } from './state.ts'

/**
 * For one name of one scope: the bindings that reach each of its uses, following Python's statements.
 * Loops are taken as if any of their bindings could have come before; a use inside a function also sees
 * whatever is bound after the function's definition, since it may be called then.
 */
export function reachingBindings(source: string, question: Question, exits: Exits): ReadonlyMap<Node, Reaching> {
  return new FlowWalk(source, question, exits, statement).run()
}

const statement: Statement = (node, state, walk) => (statements[node.type] ?? sequence)(node, state, walk)

const sequence: Statement = (node, state, walk) => walk.all(walk.children(node), state)

const block: Statement = (node, state, walk) => walk.block(node, state)

/** Statements after which nothing runs. */
const leave: Statement = (node, state, walk) => ({ ...sequence(node, state, walk), live: false })

/** Parts that may or may not run. */
const maybe: Statement = (node, state, walk) => join(state, sequence(node, state, walk))

const assignment: Statement = (node, state, walk) => walk.inOrder(node, ['right', 'type', 'left'], state)

const walrus: Statement = (node, state, walk) => walk.inOrder(node, ['value', 'name'], state)

/** The target of `a += b` is read first. */
const augmented: Statement = (node, state, walk) => {
  const left = node.child('left')
  if (left && walk.isUse(left)) walk.record(left, state.bindings)
  return walk.visit(left, walk.visit(node.child('right'), state))
}

const statements: Readonly<Record<string, Statement>> = {
  module: block,
  block,
  return_statement: leave,
  raise_statement: leave,
  assignment,
  augmented_assignment: augmented,
  named_expression: walrus,
  for_statement: loop,
  while_statement: loop,
  if_statement: branches,
  try_statement: tryStatement,
  with_statement: withStatement,
  match_statement: matchStatement,
  conditional_expression: conditional,
  boolean_operator: maybe,
  comparison_operator: maybe,
  assert_statement: maybe,
  list_comprehension: comprehension,
  set_comprehension: comprehension,
  dictionary_comprehension: comprehension,
  generator_expression: definition,
  lambda: definition,
  function_definition: definition,
  class_definition: definition,
}
