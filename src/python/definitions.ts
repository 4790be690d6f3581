import type { Node } from './node.ts'
import type { Scope } from './scope.ts'
import { type Visitor, visitBody } from './visitor.ts'

/** Collects the names of a `def`: its own, its parameters', its body's. */
export function functionDefinition(node: Node, scope: Scope, visitor: Visitor): void {
  const outer = typeParameters(node, scope, visitor)
  const inner = visitor.table.open('function', node, outer)
  parameters(node.child('parameters'), outer, inner, visitor)
  visitor.field(node, 'return_type', outer)
  visitBody(node.child('body'), inner, visitor)
  definition(node, 'function', scope, visitor)
}

/** Collects the names of a `class`. */
export function classDefinition(node: Node, scope: Scope, visitor: Visitor): void {
  const outer = typeParameters(node, scope, visitor)
  visitor.field(node, 'superclasses', outer)
  visitBody(node.child('body'), visitor.table.open('class', node, outer), visitor)
  definition(node, 'class', scope, visitor)
}

/** Collects the names of a `lambda`. */
export function lambda(node: Node, scope: Scope, visitor: Visitor): void {
  const inner = visitor.table.open('lambda', node, scope)
  parameters(node.child('parameters'), scope, inner, visitor)
  visitBody(node.child('body'), inner, visitor)
}

/** Collects the names of `type X = …`. */
export function typeAlias(node: Node, scope: Scope, visitor: Visitor): void {
  bindOpaque(firstIdentifier(node.child('left')), scope, visitor)
  visitor.field(node, 'right', scope)
}

function definition(node: Node, kind: 'function' | 'class', scope: Scope, visitor: Visitor): void {
  const name = node.child('name')
  if (name) visitor.bind(visitor.table.text(name), { kind, definition: node }, name, scope)
}

/** The scope in which a definition's type parameters live: one of their own, if it has any. */
function typeParameters(node: Node, scope: Scope, visitor: Visitor): Scope {
  const list = node.child('type_parameters')
  if (!list) return scope
  const own = visitor.table.open('types', node, scope)
  for (const part of list.parts) bindOpaque(firstIdentifier(part), own, visitor)
  return own
}

function bindOpaque(name: Node | null, scope: Scope, visitor: Visitor): void {
  if (name) visitor.bind(visitor.table.text(name), { kind: 'part', source: null, path: [] }, name, scope)
}

function parameters(list: Node | null, outer: Scope, inner: Scope, visitor: Visitor): void {
  for (const part of list?.parts ?? []) {
    const value = part.child('value')
    const name = part.type === 'identifier' ? part : firstIdentifier(part.child('name') ?? part)
    visitor.field(part, 'type', outer)
    visitor.field(part, 'value', outer)
    if (name) visitor.bind(visitor.table.text(name), { kind: 'parameter', default: value }, name, inner)
  }
}

function firstIdentifier(node: Node | null): Node | null {
  if (!node || node.type === 'identifier') return node
  for (const part of node.parts) {
    const found = firstIdentifier(part)
    if (found) return found
  }
  return null
}
