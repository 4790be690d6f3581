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
export function evaluate(expression: Expression, valueAt: (key: string) => PythonValue): PythonValue {
  const value = (inner: Expression) => evaluate(inner, valueAt)
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
      return valueAt(expression.key)
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

/** Beyond this, a float is not exactly the int. */
const largestExact = 2n ** 53n

function asNumber(value: PythonValue): number {
  if (value === null) return raises('TypeError')
  if (typeof value === 'object' && 'float' in value) return value.float
  const whole = asInteger(value)
  if (whole === null || whole > largestExact || whole < -largestExact) return notFollowed()
  return Number(whole)
}

function unary(operator: '-' | '+' | '~', operand: PythonValue): PythonValue {
  const whole = asInteger(operand)
  if (whole !== null) return operator === '-' ? -whole : operator === '+' ? whole : ~whole
  if (operator === '~') return notFollowed()
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
      return y === 0 ? raises('ZeroDivisionError') : { float: floorQuotient(x, y) }
    default:
      return notFollowed()
  }
}

/** Python's `x // y` of floats, which is by the exact remainder: 1.0 // 0.1 is 9.0, though 1.0 / 0.1 is 10.0. */
function floorQuotient(x: number, y: number): number {
  const remainder = x % y
  const quotient = Math.round((x - remainder) / y)
  return remainder !== 0 && remainder < 0 !== y < 0 ? quotient - 1 : quotient
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
      return b === 0n ? raises('ZeroDivisionError') : { float: asNumber(a) / asNumber(b) }
    case '**':
      return power(a, b)
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

function power(base: bigint, exponent: bigint): PythonValue {
  if (base === 0n && exponent < 0n) return raises('ZeroDivisionError')
  const times = exponent < 0n ? -exponent : exponent
  if (times > 512n || BigInt(base.toString(16).length) * times > 4096n) return notFollowed()
  return exponent < 0n ? { float: 1 / asNumber(base ** times) } : base ** times
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
    default: {
      const [a, b] = [asInteger(left), asInteger(right)]
      return a !== null && b !== null ? ordered(operator, a, b) : ordered(operator, asNumber(left), asNumber(right))
    }
  }
}

function ordered<T extends bigint | number>(operator: '<' | '<=' | '>' | '>=', a: T, b: T): boolean {
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  return operator === '>' ? a > b : a >= b
}

function sameValue(left: PythonValue, right: PythonValue): boolean {
  const [a, b] = [asInteger(left), asInteger(right)]
  if (a !== null && b !== null) return a === b
  const isObject = (value: PythonValue) => typeof value === 'object' && value !== null
  if (isObject(left) || isObject(right)) return notFollowed()
  return left === right
}

function call(name: string, values: readonly PythonValue[]): PythonValue {
  const [first, ...others] = values
  if (name === 'max' || name === 'min') return extreme(name, itemsOf(values))
  if (first === undefined || others.length > 0) return notFollowed()
  switch (name) {
    case 'bool':
      return truth(first)
    case 'int':
      return toInteger(first, Math.trunc)
    case 'math.floor':
      return toInteger(first, Math.floor)
    case 'math.ceil':
      return toInteger(first, Math.ceil)
    case 'round':
      return toInteger(first, roundHalfEven)
    case 'abs': {
      const whole = asInteger(first)
      return whole === null ? { float: Math.abs(asNumber(first)) } : whole < 0n ? -whole : whole
    }
    case 'len':
      return BigInt(itemsOf(values).length)
    case 'sum':
      return integersOf(itemsOf(values)).reduce((sum, value) => sum + value, 0n)
    case 'math.prod':
      return integersOf(itemsOf(values)).reduce((product, value) => product * value, 1n)
    default:
      return notFollowed()
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

function integersOf(items: readonly PythonValue[]): readonly bigint[] {
  return items.map(item => asInteger(item) ?? notFollowed())
}

function extreme(name: 'max' | 'min', items: readonly PythonValue[]): PythonValue {
  const [first, ...others] = integersOf(items)
  if (first === undefined) return raises('ValueError')
  return others.reduce((best, value) => (value > best === (name === 'max') ? value : best), first)
}
