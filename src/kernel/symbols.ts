import type { Expression } from '../python/expression.ts'
import { Polynomial } from './polynomial.ts'

/** A floor quotient that stands as an atom: `dividend // divisor`. */
export interface Quotient {
  readonly key: string
  readonly dividend: Polynomial
  readonly divisor: Polynomial
}

/** Turns integer expressions into polynomials. Quotients become atoms whose law (Euclid's) is remembered in `quotients`. */
export class Symbols {
  readonly quotients = new Map<string, Quotient>()
  /** Atoms that are the maximum of some polynomials. */
  readonly maxima = new Map<string, readonly Polynomial[]>()
  /** Atoms that cannot be negative. */
  readonly counts = new Set<string>()
  /** Tells whether a polynomial is known to be >= 0; set once the facts are known. */
  private readonly isNonNegative: (polynomial: Polynomial) => boolean

  constructor(isNonNegative: (polynomial: Polynomial) => boolean = () => false) {
    this.isNonNegative = isNonNegative
  }

  /** The polynomial that an expression computes; null for what is no integer (a float, a string, a tuple). */
  integer(expression: Expression): Polynomial | null {
    switch (expression.kind) {
      case 'int':
        return Polynomial.of(expression.value)
      case 'bool':
        return Polynomial.of(expression.value ? 1n : 0n)
      case 'atom':
        return Polynomial.atom(expression.key)
      case 'unary':
        return this.unary(expression)
      case 'binary':
        return this.binary(expression)
      case 'conditional':
        return this.conditional(expression)
      case 'call':
        return this.call(expression)
      case 'compare':
      case 'boolean':
        return Polynomial.atom(this.key(expression))
      default:
        return null
    }
  }

  /** Floor division by Python's rule; null for a division by 0. */
  quotient(dividend: Polynomial, divisor: Polynomial): Polynomial | null {
    const constant = divisor.constant
    if (constant === 0n) return null
    if (constant !== null && constant < 0n) return this.quotient(dividend.scaled(-1n), divisor.scaled(-1n))
    return constant === null ? this.byPolynomial(dividend, divisor) : this.byConstant(dividend, constant)
  }

  /** Text that is equal for expressions that surely compute the same. */
  key(expression: Expression): string {
    switch (expression.kind) {
      case 'atom':
        return expression.key
      case 'unary':
        return `${expression.operator}(${this.normal(expression.operand)})`
      case 'binary':
      case 'compare':
      case 'boolean':
        return `(${this.normal(expression.left)}) ${expression.operator} (${this.normal(expression.right)})`
      case 'conditional':
        return `(${this.normal(expression.yes)}) if (${this.normal(expression.test)}) else (${this.normal(expression.no)})`
      case 'call':
        return `${expression.function}(${expression.arguments.map(each => this.normal(each)).join(', ')})`
      case 'sequence':
        return `${expression.type}(${expression.items.map(each => this.normal(each)).join(', ')})`
      case 'none':
        return 'None'
      default:
        return `${expression.kind} ${JSON.stringify(String(expression.value))}`
    }
  }

  private normal(expression: Expression): string {
    if (expression.kind === 'bool' || expression.kind === 'compare' || expression.kind === 'boolean')
      return this.key(expression)
    return this.integer(expression)?.key ?? this.key(expression)
  }

  private unary(expression: Expression & { kind: 'unary' }): Polynomial | null {
    if (expression.operator === 'not' || expression.operator === '~') return Polynomial.atom(this.key(expression))
    const operand = this.integer(expression.operand)
    return operand && (expression.operator === '-' ? operand.scaled(-1n) : operand)
  }

  private binary(expression: Expression & { kind: 'binary' }): Polynomial | null {
    const left = this.integer(expression.left)
    const right = this.integer(expression.right)
    if (!left || !right || expression.operator === '/') return null
    switch (expression.operator) {
      case '+':
        return left.plus(right)
      case '-':
        return left.minus(right)
      case '*':
        return left.times(right)
      case '//':
        return this.quotient(left, right)
      case '%': {
        const quotient = this.quotient(left, right)
        return quotient && left.minus(right.times(quotient))
      }
      case '**':
        return this.power(expression, left, right)
      default:
        return Polynomial.atom(this.key(expression))
    }
  }

  private power(expression: Expression, base: Polynomial, exponent: Polynomial): Polynomial | null {
    const constant = exponent.constant
    if (constant !== null && constant < 0n) return null
    return constant !== null && constant <= 4n ? base.power(Number(constant)) : Polynomial.atom(this.key(expression))
  }

  private conditional(expression: Expression & { kind: 'conditional' }): Polynomial | null {
    const yes = this.integer(expression.yes)
    const no = this.integer(expression.no)
    if (!yes || !no) return null
    return yes.equals(no) ? yes : Polynomial.atom(this.key(expression))
  }

  private call(expression: Expression & { kind: 'call' }): Polynomial | null {
    const [first, ...others] = expression.arguments
    if (!first) return null
    if (expression.function === 'int' && others.length === 0) return this.truncated(expression, first)
    if (expression.function === 'math.floor' || expression.function === 'math.ceil')
      return this.rounded(expression, first)
    const key = this.key(expression)
    if (expression.function === 'len' || expression.function === 'abs') this.counts.add(key)
    if (expression.function === 'max') this.maximum(key, expression.arguments)
    return Polynomial.atom(key)
  }

  private maximum(key: string, of: readonly Expression[]): void {
    const all = of.map(each => this.integer(each)).filter(each => each !== null)
    if (of.length > 1 && all.length === of.length) this.maxima.set(key, all)
  }

  private truncated(expression: Expression, operand: Expression): Polynomial {
    const whole = this.integer(operand)
    if (whole) return whole
    const ratio = this.ratio(operand)
    const floor = ratio && this.isNonNegative(ratio.dividend) && this.isPositive(ratio.divisor)
    return (floor && this.quotient(ratio.dividend, ratio.divisor)) || Polynomial.atom(this.key(expression))
  }

  private rounded(expression: Expression & { kind: 'call' }, operand: Expression): Polynomial | null {
    const whole = this.integer(operand)
    if (whole) return whole
    const ratio = this.ratio(operand)
    if (!ratio) return Polynomial.atom(this.key(expression))
    if (expression.function === 'math.floor') return this.quotient(ratio.dividend, ratio.divisor)
    return this.quotient(ratio.dividend.scaled(-1n), ratio.divisor)?.scaled(-1n) ?? null
  }

  /** `a / b` of two integers. Sizes of layers are far below 2**53, up to where the float's floor is the integers'. */
  private ratio(expression: Expression): { readonly dividend: Polynomial; readonly divisor: Polynomial } | null {
    if (expression.kind !== 'binary' || expression.operator !== '/') return null
    const dividend = this.integer(expression.left)
    const divisor = this.integer(expression.right)
    return dividend && divisor && { dividend, divisor }
  }

  private isPositive(polynomial: Polynomial): boolean {
    return this.isNonNegative(polynomial.minus(Polynomial.one))
  }

  /** Takes out whole multiples, so that equal quotients get equal atoms: (k - u) // 2 is (k + u) // 2 - u. */
  private byConstant(dividend: Polynomial, divisor: bigint): Polynomial {
    const rest = dividend.mapped(coefficient => ((coefficient % divisor) + divisor) % divisor)
    const whole = dividend.minus(rest).mapped(coefficient => coefficient / divisor)
    return rest.constant !== null ? whole : whole.plus(this.atomOf(rest, Polynomial.of(divisor)))
  }

  private byPolynomial(dividend: Polynomial, divisor: Polynomial): Polynomial {
    if (dividend.equals(divisor)) return Polynomial.one
    const atom = divisor.singleAtom
    if (atom === null) return this.atomOf(dividend, divisor)
    const { quotient, rest } = dividend.dividedByAtom(atom)
    return rest.constant === 0n ? quotient : quotient.plus(this.atomOf(rest, divisor))
  }

  private atomOf(dividend: Polynomial, divisor: Polynomial): Polynomial {
    const key = `(${dividend.key}) // (${divisor.key})`
    this.quotients.set(key, { key, dividend, divisor })
    return Polynomial.atom(key)
  }
}
