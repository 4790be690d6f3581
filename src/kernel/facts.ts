import { atomsIn, Polynomial } from './polynomial.ts'
import type { Symbols } from './symbols.ts'

/** A polynomial that is >= 0 wherever torch does not raise, and in words why. */
export interface Fact {
  readonly polynomial: Polynomial
  readonly because: string
}

const deepest = 3

/**
 * What is known to be >= 0, and the small rules that follow from it: sums of known things are known; a quotient lies
 * where Euclid's law puts it. No general solver: what these rules do not reach is not known.
 */
export class Facts {
  private readonly facts: Fact[] = []
  readonly symbols: Symbols
  private readonly lawful = new Set<string>()
  private factor = Polynomial.one

  constructor(makeSymbols: (isNonNegative: (polynomial: Polynomial) => boolean) => Symbols) {
    this.symbols = makeSymbols(polynomial => this.isNonNegative(polynomial))
  }

  add(polynomial: Polynomial, because: string): void {
    if (polynomial.constant === null) this.facts.push({ polynomial, because })
  }

  /** Lets laws about max(a, b) be used multiplied by a factor that is known to be >= 0, as m·stride is. */
  scaleMaximaBy(factor: Polynomial): void {
    this.factor = factor
  }

  isNonNegative(polynomial: Polynomial): boolean {
    return this.reasons(polynomial) !== null
  }

  /** Why the polynomial is >= 0: the fewest facts that add up to it; null when that is not known. */
  reasons(polynomial: Polynomial): readonly string[] | null {
    this.addQuotientLaws()
    this.addMaximumLaws()
    for (let depth = 0; depth <= deepest; depth++) {
      const reasons = this.search(polynomial, depth)
      if (reasons) return reasons
    }
    return null
  }

  private search(polynomial: Polynomial, depth: number): readonly string[] | null {
    const doubtful = this.doubtful(polynomial)
    if (doubtful === null) return []
    if (depth === 0) return null
    for (const fact of this.facts) {
      // The facts that add up to the polynomial change this term: one of them holds it.
      if (!fact.polynomial.terms.has(doubtful)) continue
      const rest = this.search(polynomial.minus(fact.polynomial), depth - 1)
      if (rest) return [...new Set([fact.because, ...rest])]
    }
    return null
  }

  /** A term that may be negative, the constant last; null where all are products of counts with positive coefficients. */
  private doubtful({ terms }: Polynomial): string | null {
    const all = [...terms].filter(([monomial, coefficient]) => coefficient < 0n || !this.isCount(monomial))
    return all.map(([monomial]) => monomial).find(monomial => monomial !== '') ?? all[0]?.[0] ?? null
  }

  private isCount(monomial: string): boolean {
    return atomsIn(monomial).every(atom => this.symbols.counts.has(atom))
  }

  /** max(a, b) >= a, and b. */
  private addMaximumLaws(): void {
    for (const [key, all] of this.symbols.maxima) {
      if (this.lawful.has(key)) continue
      this.lawful.add(key)
      for (const each of all) {
        const difference = Polynomial.atom(key).minus(each)
        this.add(difference, 'max(x, y) >= x')
        this.add(difference.times(this.factor), 'max(x, y) >= x')
      }
    }
  }

  /** q = x // n with n > 0: n·q <= x < n·q + n, and q >= 0 when x >= 0. */
  private addQuotientLaws(): void {
    for (const { key, dividend, divisor } of [...this.symbols.quotients.values()]) {
      if (this.lawful.has(key)) continue
      this.lawful.add(key)
      if (this.search(divisor.minus(Polynomial.one), deepest) === null) continue
      const quotient = Polynomial.atom(key)
      const remainder = dividend.minus(divisor.times(quotient))
      this.add(remainder, 'x % n >= 0')
      this.add(divisor.minus(remainder).minus(Polynomial.one), 'x % n < n')
      if (this.search(dividend, deepest)) this.add(quotient, 'x // n >= 0 for x >= 0')
    }
  }
}
