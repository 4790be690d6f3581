/** Separates the atoms of a monomial; Python takes no source text with a null in it. */
const times = '\0'

/** An integer polynomial over atoms: exact, and equal to another exactly when their terms are. Atoms are known by their keys. */
export class Polynomial {
  /** Coefficient by monomial; a monomial is its atoms' keys, sorted, one for each power; empty for the constant. None is zero. */
  readonly terms: ReadonlyMap<string, bigint>

  private constructor(terms: ReadonlyMap<string, bigint>) {
    this.terms = terms
  }

  static readonly zero = new Polynomial(new Map())
  static readonly one = Polynomial.of(1n)

  static of(value: bigint): Polynomial {
    return new Polynomial(value === 0n ? new Map() : new Map([['', value]]))
  }

  static atom(key: string): Polynomial {
    return new Polynomial(new Map([[key, 1n]]))
  }

  private static sum(entries: Iterable<readonly [string, bigint]>): Polynomial {
    const terms = new Map<string, bigint>()
    for (const [monomial, coefficient] of entries) terms.set(monomial, (terms.get(monomial) ?? 0n) + coefficient)
    for (const [monomial, coefficient] of terms) if (coefficient === 0n) terms.delete(monomial)
    return new Polynomial(terms)
  }

  plus(other: Polynomial): Polynomial {
    return Polynomial.sum([...this.terms, ...other.terms])
  }

  minus(other: Polynomial): Polynomial {
    return this.plus(other.scaled(-1n))
  }

  scaled(factor: bigint): Polynomial {
    return this.mapped(coefficient => coefficient * factor)
  }

  times(other: Polynomial): Polynomial {
    const products: [string, bigint][] = []
    for (const [a, x] of this.terms) for (const [b, y] of other.terms) products.push([product(a, b), x * y])
    return Polynomial.sum(products)
  }

  /** The terms with other coefficients. */
  mapped(change: (coefficient: bigint) => bigint): Polynomial {
    return Polynomial.sum([...this.terms].map(([monomial, coefficient]) => [monomial, change(coefficient)]))
  }

  /** This polynomial as `quotient · atom + rest`, with the atom nowhere in `rest`. */
  dividedByAtom(atom: string): { readonly quotient: Polynomial; readonly rest: Polynomial } {
    const quotient: [string, bigint][] = []
    const rest: [string, bigint][] = []
    for (const [monomial, coefficient] of this.terms) {
      const atoms = atomsIn(monomial)
      const index = atoms.indexOf(atom)
      if (index < 0) rest.push([monomial, coefficient])
      else quotient.push([atoms.toSpliced(index, 1).join(times), coefficient])
    }
    return { quotient: Polynomial.sum(quotient), rest: Polynomial.sum(rest) }
  }

  equals(other: Polynomial): boolean {
    return this.key === other.key
  }

  /** The value of a polynomial without atoms, else null. */
  get constant(): bigint | null {
    if (this.terms.size === 0) return 0n
    return this.terms.size === 1 ? (this.terms.get('') ?? null) : null
  }

  /** The key of a polynomial that is one atom, else null. */
  get singleAtom(): string | null {
    const [only, ...others] = this.terms
    if (!only || others.length > 0 || only[1] !== 1n) return null
    return only[0] === '' || only[0].includes(times) ? null : only[0]
  }

  get key(): string {
    const terms = [...this.terms].map(([monomial, coefficient]) => `${coefficient}·${monomial}`)
    return terms.sort().join(' + ')
  }
}

/** The keys of a monomial's atoms, each as often as its power. */
export function atomsIn(monomial: string): readonly string[] {
  return monomial === '' ? [] : monomial.split(times)
}

function product(a: string, b: string): string {
  return [...atomsIn(a), ...atomsIn(b)].sort().join(times)
}
