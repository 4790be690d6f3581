import type { Node } from './node.ts'

/** Functions whose result depends on their arguments alone. */
export const pureFunctions = [
  'int',
  'bool',
  'len',
  'abs',
  'min',
  'max',
  'sum',
  'round',
  'math.ceil',
  'math.floor',
  'math.prod',
] as const
export type PureFunction = (typeof pureFunctions)[number]

export type BinaryOperator = '+' | '-' | '*' | '//' | '%' | '/' | '**' | '<<' | '>>' | '&' | '|' | '^'
export type CompareOperator = '<' | '<=' | '==' | '!=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in'

/**
 * What an expression computes. An `atom` is a value that is not looked into: a name, attribute or subscript (`pure`: it can be
 * read twice), or a call, lambda, comprehension, … (not pure: it may run only where and as often as it is written).
 * Atoms with equal keys have equal values.
 */
export type Expression =
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'none' }
  | Atom
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '~' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'compare'
      readonly operator: CompareOperator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'boolean'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'call'; readonly function: PureFunction; readonly arguments: readonly Expression[] }
  | { readonly kind: 'sequence'; readonly type: 'tuple' | 'list'; readonly items: readonly Expression[] }

export interface Atom {
  readonly kind: 'atom'
  readonly key: string
  readonly text: string
  readonly node: Node
  readonly pure: boolean
}

/** The parts of an expression, outermost first. */
export function* parts(expression: Expression): Generator<Expression> {
  yield expression
  for (const child of operands(expression)) yield* parts(child)
}

function operands(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'unary':
      return [expression.operand]
    case 'binary':
    case 'compare':
    case 'boolean':
      return [expression.left, expression.right]
    case 'conditional':
      return [expression.test, expression.yes, expression.no]
    case 'call':
      return expression.arguments
    case 'sequence':
      return expression.items
    default:
      return []
  }
}

/** The values that the expression does not look into, in the order in which it is written. */
export function atomsOf(expression: Expression): readonly Atom[] {
  return [...parts(expression)].filter(part => part.kind === 'atom')
}

/** Whether reading the expression twice, or not at all, changes nothing. */
export function isPure(expression: Expression): boolean {
  return atomsOf(expression).every(atom => atom.pure)
}

/** Whether the expression gives True or False, whatever its names are. */
export function isBool(expression: Expression): boolean {
  switch (expression.kind) {
    case 'bool':
      return true
    case 'unary':
      return expression.operator === 'not'
    case 'compare':
      return true
    case 'boolean':
      return isBool(expression.left) && isBool(expression.right)
    case 'conditional':
      return isBool(expression.yes) && isBool(expression.no)
    case 'call':
      return expression.function === 'bool'
    default:
      return false
  }
}
