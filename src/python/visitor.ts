import type { Node } from './node.ts'
import type { NameTable } from './part_names.ts'
import type { Bound, Scope } from './scope.ts'
import type { Target } from './targets.ts'

/** What goes through a module's tree, as its parts see it. */
export interface Visitor {
  readonly table: NameTable
  visit(node: Node, scope: Scope): void
  /** Visits the children in a field of the node. */
  field(node: Node, field: string, scope: Scope): void
  bind(name: string, bound: Bound, node: Node, scope: Scope): void
  targets(targets: readonly Target[], scope: Scope): void
}

/** Visits what stands in a scope of its own. */
export function visitBody(node: Node | null, scope: Scope, visitor: Visitor): void {
  if (!node) return
  visitor.table.place(node, scope)
  visitor.visit(node, scope)
}
