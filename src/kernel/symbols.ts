import type { Expression } from '../python/expression.ts'
import { Polynomial } from './polynomial.ts'

/** A floor quotient that stands as an atom: `dividend // divisor`. */
export interface Quotient {
  readonly key: string
  readonly dividend: Polynomial
  readonly divisor: Polynomial
}

/** Products of more terms than this stay atoms: they are not multiplied out. */
const mostTerms = 400
/** Coefficients up to here leave the floats in `a / b` exact. */
const exact = 2n ** 32n

/** Turns integer expressions into polynomials. Quotients become atoms whose law (Euclid's) is remembered in `quotients`. */
export class Symbols {
  readonly quotients = new Map<string, Quotient>()
  /** Atoms that are ints, since torch would raise if they were not. */
  readonly ints = new Set<string>()
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
        return this.oddness(expression) ?? Polynomial.atom(this.key(expression))
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

  /**
   * Text that is equal for expressions that surely compute the same: those of the same form. What is inside may be a float or
   * a string, for which the laws of integers do not hold: `a + b == 'xy'` is not `b + a == 'xy'`.
   */
  key(expression: Expression): string {
    switch (expression.kind) {
      case 'atom':
        return expression.key
      case 'unary':
        return `${expression.operator}(${this.key(expression.operand)})`
      case 'binary':
      case 'compare':
      case 'boolean':
        return `(${this.key(expression.left)}) ${expression.operator} (${this.key(expression.right)})`
      case 'conditional':
        return `(${this.key(expression.yes)}) if (${this.key(expression.test)}) else (${this.key(expression.no)})`
      case 'call':
        return `${expression.function}(${expression.arguments.map(each => this.key(each)).join(', ')})`
      case 'sequence':
        return `${expression.type}(${expression.items.map(each => this.key(each)).join(', ')})`
      case 'none':
        return 'None'
      default:
        return `${expression.kind} ${JSON.stringify(String(expression.value))}`
    }
  }

  private unary(expression: Expression & { kind: 'unary' }): Polynomial | null {
    if (expression.operator === 'not' || expression.operator === '~') return Polynomial.atom(this.key(expression))
    const operand = this.integer(expression.operand)
    return operand && (expression.operator === '-' ? operand.scaled(-1n) : operand)
  }

  private binary(expression: Expression & { kind: 'binary' }): Polynomial | null {
    if (expression.operator === '/') return null
    const left = this.integer(expression.left)
    const right = this.integer(expression.right)
    if (!left || !right) return null
    switch (expression.operator) {
      case '+':
        return left.plus(right)
      case '-':
        return left.minus(right)
      case '*':
        return product(left, right) ?? Polynomial.atom(this.key(expression))
      case '//':
        return this.quotient(left, right)
      case '%': {
        const quotient = this.quotient(left, right)
        const whole = quotient && product(right, quotient)
        return whole ? left.minus(whole) : quotient && Polynomial.atom(this.key(expression))
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
    const atom = Polynomial.atom(this.key(expression))
    if (constant === null || constant > 4n) return atom
    let power: Polynomial | null = Polynomial.one
    for (let times = 0n; times < constant && power; times++) power = product(power, base)
    return power ?? atom
  }

  private conditional(expression: Expression & { kind: 'conditional' }): Polynomial | null {
    const yes = this.integer(expression.yes)
    const no = this.integer(expression.no)
    if (!yes || !no) return null
    if (yes.equals(no)) return yes
    const difference = yes.minus(no).constant
    const odd = difference === null ? null : this.oddness(expression.test)
    return odd && difference !== null ? no.plus(odd.scaled(difference)) : Polynomial.atom(this.key(expression))
  }

  /** A test whether an int is odd or even as 0 or 1: `x % 2 != 0` is `x % 2`, `x % 2 == 0` is `1 - x % 2`. */
  private oddness(test: Expression): Polynomial | null {
    if (test.kind === 'binary') {
      const odd = test.operator === '%' && isInt(test.right, 2n) && this.isInt(test.left)
      return odd ? this.integer(test) : null
    }
    if (test.kind !== 'compare' || test.right.kind !== 'int' || test.right.value < 0n || test.right.value > 1n)
      return null
    const odd = this.oddness(test.left)
    if (!odd || (test.operator !== '==' && test.operator !== '!=')) return null
    return (test.operator === '==') === (test.right.value === 1n) ? odd : Polynomial.one.minus(odd)
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
    const whole = this.isInt(operand) ? this.integer(operand) : null
    if (whole) return whole
    const ratio = this.ratio(operand)
    const floor = ratio && this.isNonNegative(ratio.dividend) && this.isPositive(ratio.divisor)
    return (floor && this.quotient(ratio.dividend, ratio.divisor)) || Polynomial.atom(this.key(expression))
  }

  private rounded(expression: Expression & { kind: 'call' }, operand: Expression): Polynomial | null {
    const whole = this.isInt(operand) ? this.integer(operand) : null
    if (whole) return whole
    const ratio = this.ratio(operand)
    if (!ratio) return Polynomial.atom(this.key(expression))
    if (expression.function === 'math.floor') return this.quotient(ratio.dividend, ratio.divisor)
    return this.quotient(ratio.dividend.scaled(-1n), ratio.divisor)?.scaled(-1n) ?? null
  }

  /** `a / b` of two ints. Names stand for ints below 2**53, up to where the float's floor is the ints'. */
  private ratio(expression: Expression): { readonly dividend: Polynomial; readonly divisor: Polynomial } | null {
    if (expression.kind !== 'binary' || expression.operator !== '/') return null
    if (!this.isInt(expression.left) || !this.isInt(expression.right)) return null
    const dividend = this.integer(expression.left)
    const divisor = this.integer(expression.right)
    return dividend && divisor && isExact(dividend) && isExact(divisor) ? { dividend, divisor } : null
  }

  /** Whether the expression surely gives an int, or raises: `int(x + y)` is not `int(x) + int(y)` for floats. */
  private isInt(expression: Expression): boolean {
    switch (expression.kind) {
      case 'int':
      case 'bool':
      case 'compare':
        return true
      case 'atom':
        return this.ints.has(expression.key)
      case 'unary':
        return expression.operator === 'not' || this.isInt(expression.operand)
      case 'binary':
        if (expression.operator === '/' || (expression.operator === '**' && expression.right.kind !== 'int'))
          return false
        return this.isInt(expression.left) && this.isInt(expression.right)
      case 'boolean':
        return this.isInt(expression.left) && this.isInt(expression.right)
      case 'conditional':
        return this.isInt(expression.yes) && this.isInt(expression.no)
      case 'call':
        return (
          /^(int|len|bool|math\.(ceil|floor))$/.test(expression.function) ||
          expression.arguments.every(each => this.isInt(each))
        )
      default:
        return false
    }
  }

  private isPositive(polynomial: Polynomial): boolean {
    return this.isNonNegative(polynomial.minus(Polynomial.one))
  }

  /** Takes out whole multiples, so that equal quotients get equal atoms: (k - u) // 2 is (k + u) // 2 - u. */
  private byConstant(dividend: Polynomial, divisor: bigint): Polynomial {
    const rest = dividend.mapped(coefficient => ((coefficient % divisor) + divisor) % divisor)
    const whole = dividend.minus(rest).mapped(coefficient => coefficient / divisor)
    if (rest.constant !== null) return whole
    // (x + 1) // 2 is x - x // 2, so that both ways to round up get equal atoms.
    const even = rest.minus(Polynomial.one)
    if (divisor === 2n && rest.terms.has('')) return whole.plus(even).minus(this.atomOf(even, Polynomial.of(2n)))
    return whole.plus(this.atomOf(rest, Polynomial.of(divisor)))
  }

  private byPolynomial(dividend: Polynomial, divisor: Polynomial): Polynomial {
    if (dividend.equals(divisor)) return Polynomial.one
    const atom = divisor.singleAtom
    if (atom === null) return this.atomOf(dividend, divisor)
    const { quotient, rest } = dividend.dividedByAtom(atom)
    return rest.constant === 0n ? quotient : quotient.plus(this.atomOf(rest, divisor))
  }

  private atomOf(dividend: Polynomial, divisor: Polynomial): Polynomial {
    const text = `(${dividend.key}) // (${divisor.key})`
    // The text holds what stands between the atoms of a monomial, so it cannot be an atom's key itself.
    const known = this.quotients.get(text)
    const key = known?.key ?? `\u0001${this.quotients.size}`
    if (!known) this.quotients.set(text, { key, dividend, divisor })
    return Polynomial.atom(key)
  }
}

function isInt(expression: Expression, value: bigint): boolean {
  return expression.kind === 'int' && expression.value === value
}

/** Null for what would be too long to multiply out. */
function product(a: Polynomial, b: Polynomial): Polynomial | null {
  return a.terms.size * b.terms.size <= mostTerms && a.key.length + b.key.length < 20_000 ? a.times(b) : null
}

function isExact({ terms }: Polynomial): boolean {
  return [...terms.values()].every(coefficient => coefficient < exact && coefficient > -exact)
}
