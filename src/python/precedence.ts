import type { Node } from './node.ts'

/** How strongly Python's operators bind, by the place where an operand stands. */
export const strength = { any: 0, sum: 10, term: 11, factor: 12 } as const

const strengths: Readonly<Record<string, number>> = {
  named_expression: 0,
  lambda: 0,
  yield: 0,
  conditional_expression: 1,
  boolean_operator: 2,
  not_operator: 4,
  comparison_operator: 5,
  unary_operator: 12,
  await: 14,
}

/** How strongly each operator of two operands binds. */
export const operatorStrengths: Readonly<Record<string, number>> = {
  or: 2,
  and: 3,
  '|': 6,
  '^': 7,
  '&': 8,
  '<<': 9,
  '>>': 9,
  '+': 10,
  '-': 10,
  '*': 11,
  '/': 11,
  '//': 11,
  '%': 11,
  '**': 13,
}

/** The expression's text, in parentheses where it binds less strongly than its new place asks. */
export function operand(node: Node, text: string, least: number): string {
  const own =
    node.type === 'binary_operator'
      ? (operatorStrengths[node.child('operator')?.type ?? ''] ?? 11)
      : strengths[node.type]
  return own !== undefined && own < least ? `(${text})` : text
}
