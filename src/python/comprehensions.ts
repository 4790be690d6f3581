import type { Node } from './node.ts'
import type { Scope } from './scope.ts'
import { loopTargets } from './targets.ts'
import { type Visitor, visitBody } from './visitor.ts'

/** Collects the names of a comprehension or generator; its first iterable is read outside. */
export function comprehension(node: Node, scope: Scope, visitor: Visitor): void {
  const kind = node.type === 'generator_expression' ? 'generator' : 'comprehension'
  const inner = visitor.table.open(kind, node, scope)
  const first = node.parts.find(part => part.type === 'for_in_clause')
  for (const part of node.children) {
    if (part.type === 'for_in_clause') clause(part, part === first ? scope : inner, inner, visitor)
    else visitBody(part, inner, visitor)
  }
}

function clause(node: Node, source: Scope, inner: Scope, visitor: Visitor): void {
  for (const right of node.childrenOf('right')) visitBody(right, source, visitor)
  visitor.targets(loopTargets(node.child('left'), node.child('right')), inner)
}
