import type { FlowWalk, Statement } from './flow_walk.ts'
import type { Node } from './node.ts'
import type { State } from './state.ts'

/** Definitions: code that runs later sees what is bound now and everything that is bound from here on. */
export const definition: Statement = (node, state, walk) => {
  const name = node.child('name')
  const children = walk.children(node).filter(child => child !== name)
  const now = children.filter(child => runsNow(node, child))
  const after = walk.all(now, state)
  for (const child of children) if (!now.includes(child)) defer(child, after, walk)
  return name ? walk.visit(name, after) : after
}

function runsNow(node: Node, child: Node): boolean {
  if (node.type === 'class_definition') return true
  if (node.type === 'generator_expression') return child === node.parts.find(part => part.type === 'for_in_clause')
  return child.field !== 'body'
}

function defer(node: Node, state: State, walk: FlowWalk): void {
  const bindings = new Set([...state.bindings, ...walk.boundFrom(outermost(node, walk.scope.node).start)])
  const stack = [node]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (walk.isUse(at)) walk.record(at, bindings)
    stack.push(...walk.children(at))
  }
}

/** The outermost loop around what runs later, which may run once more before, or definition, whose name is bound behind it. */
function outermost(node: Node, limit: Node): Node {
  let found = node
  for (let at = node.parent; at && at !== limit; at = at.parent) if (around.test(at.type)) found = at
  return found
}

const around = /^(for_statement|while_statement|function_definition|class_definition)$/
