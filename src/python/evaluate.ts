import type { BinaryOperator, CompareOperator, Expression } from './expression.ts'

/** A Python value: int, float, bool, str, None, or a tuple or list. */
export type PythonValue =
  | bigint
  | { readonly float: number }
  | boolean
  | string
  | null
  | { readonly items: readonly PythonValue[] }

/** What Python raises, or `unknown` where this evaluator does not follow. */
export class NoValue extends Error {
  readonly known: boolean
  constructor(known: boolean, message: string) {
    super(message)
    this.known = known
  }
}

/**
 * Computes an expression with Python's semantics (floor division and modulo of negatives, true division to float).
 * @throws NoValue where Python raises, or the operation is not followed
 */
export function evaluate(expression: Expression, valueOf: (key: string) => PythonValue): PythonValue {
  const value = (inner: Expression) => evaluate(inner, valueOf)
  switch (expression.kind) {
    case 'int':
    case 'bool':
    case 'string':
      return expression.value
    case 'float':
      return { float: expression.value }
    case 'none':
      return null
    case 'atom':
      return valueOf(expression.key)
    case 'unary':
      return expression.operator === 'not'
        ? !truth(value(expression.operand))
        : unary(expression.operator, value(expression.operand))
    case 'binary':
      return binary(expression.operator, value(expression.left), value(expression.right))
    case 'compare':
      return compare(expression.operator, value(expression.left), value(expression.right))
    case 'boolean': {
      const left = value(expression.left)
      return truth(left) === (expression.operator === 'and') ? value(expression.right) : left
    }
    case 'conditional':
      return truth(value(expression.test)) ? value(expression.yes) : value(expression.no)
    case 'sequence':
      return { items: expression.items.map(value) }
    case 'call':
      return call(expression.function, expression.arguments.map(value))
  }
}

/** Python's truth of a value. */
export function truth(value: PythonValue): boolean {
  if (typeof value === 'object' && value !== null) return 'float' in value ? value.float !== 0 : value.items.length > 0
  return Boolean(value)
}

function raises(message: string): never {
  throw new NoValue(true, message)
}

function notFollowed(): never {
  throw new NoValue(false, 'not followed')
}

/** The integer that a value is (a bool is one); null for anything else. */
export function asInteger(value: PythonValue): bigint | null {
  if (typeof value === 'boolean') return value ? 1n : 0n
  return typeof value === 'bigint' ? value : null
}

function asNumber(value: PythonValue): number {
  if (typeof value === 'object' && value !== null && 'float' in value) return value.float
  const whole = asInteger(value)
  return whole === null ? raises('TypeError') : Number(whole)
}

function unary(operator: '-' | '+' | '~', operand: PythonValue): PythonValue {
  const whole = asInteger(operand)
  if (whole !== null) return operator === '-' ? -whole : operator === '+' ? whole : ~whole
  if (operator === '~') return raises('TypeError')
  return { float: operator === '-' ? -asNumber(operand) : asNumber(operand) }
}

function binary(operator: BinaryOperator, left: PythonValue, right: PythonValue): PythonValue {
  const a = asInteger(left)
  const b = asInteger(right)
  if (a !== null && b !== null) return integers(operator, a, b)
  const x = asNumber(left)
  const y = asNumber(right)
  switch (operator) {
    case '+':
      return { float: x + y }
    case '-':
      return { float: x - y }
    case '*':
      return { float: x * y }
    case '/':
      return y === 0 ? raises('ZeroDivisionError') : { float: x / y }
    case '//':
      return y === 0 ? raises('ZeroDivisionError') : { float: Math.floor(x / y) }
    default:
      return notFollowed()
  }
}

function integers(operator: BinaryOperator, a: bigint, b: bigint): PythonValue {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '//':
      return floorDivide(a, b)
    case '%':
      return a - b * floorDivide(a, b)
    case '/':
      return b === 0n ? raises('ZeroDivisionError') : { float: Number(a) / Number(b) }
    case '**':
      return b >= 0n ? (b > 512n ? notFollowed() : a ** b) : { float: Number(a) ** Number(b) }
    case '<<':
    case '>>':
      if (b < 0n) return raises('ValueError')
      if (b > 512n) return notFollowed()
      return operator === '<<' ? a << b : a >> b
    case '&':
      return a & b
    case '|':
      return a | b
    case '^':
      return a ^ b
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) return raises('ZeroDivisionError')
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

function compare(operator: CompareOperator, left: PythonValue, right: PythonValue): boolean {
  const same = () => sameValue(left, right)
  switch (operator) {
    case '==':
      return same()
    case '!=':
      return !same()
    case 'is':
    case 'is not':
      if (left !== null && right !== null) return notFollowed()
      return (left === right) === (operator === 'is')
    case 'in':
    case 'not in': {
      if (typeof right !== 'object' || right === null || !('items' in right)) return notFollowed()
      return right.items.some(item => sameValue(item, left)) === (operator === 'in')
    }
    default:
      return ordered(operator, asNumber(left) - asNumber(right))
  }
}

function ordered(operator: '<' | '<=' | '>' | '>=', difference: number): boolean {
  if (operator === '<') return difference < 0
  if (operator === '<=') return difference <= 0
  return operator === '>' ? difference > 0 : difference >= 0
}

function sameValue(left: PythonValue, right: PythonValue): boolean {
  const [a, b] = [asInteger(left), asInteger(right)]
  if (a !== null && b !== null) return a === b
  const isObject = (value: PythonValue) => typeof value === 'object' && value !== null
  if (isObject(left) || isObject(right)) return notFollowed()
  return left === right
}

function call(name: string, values: readonly PythonValue[]): PythonValue {
  const [first = null] = values
  switch (name) {
    case 'bool':
      return truth(first)
    case 'int':
      return values.length === 1 ? toInteger(first, Math.trunc) : notFollowed()
    case 'math.floor':
      return toInteger(first, Math.floor)
    case 'math.ceil':
      return toInteger(first, Math.ceil)
    case 'round':
      return values.length === 1 ? toInteger(first, roundHalfEven) : notFollowed()
    case 'abs': {
      const whole = asInteger(first)
      return whole === null ? { float: Math.abs(asNumber(first)) } : whole < 0n ? -whole : whole
    }
    default:
      return aggregate(name, itemsOf(values))
  }
}

function toInteger(value: PythonValue, round: (value: number) => number): PythonValue {
  const whole = asInteger(value)
  if (whole !== null) return whole
  const rounded = round(asNumber(value))
  return Number.isFinite(rounded) ? BigInt(rounded) : raises('OverflowError')
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

function itemsOf(values: readonly PythonValue[]): readonly PythonValue[] {
  const [only] = values
  if (values.length !== 1) return values
  return typeof only === 'object' && only !== null && 'items' in only ? only.items : notFollowed()
}

function aggregate(name: string, items: readonly PythonValue[]): PythonValue {
  const whole = items.map(asInteger).map(value => value ?? notFollowed())
  const [first, ...others] = whole
  switch (name) {
    case 'len':
      return BigInt(items.length)
    case 'sum':
      return whole.reduce((sum, value) => sum + value, 0n)
    case 'math.prod':
      return whole.reduce((product, value) => product * value, 1n)
    case 'max':
    case 'min':
      if (first === undefined) return raises('ValueError')
      return others.reduce((best, value) => (value > best === (name === 'max') ? value : best), first)
    default:
      return notFollowed()
  }
}
