import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Facts } from '../../src/kernel/facts.ts'
import { atomsIn, Polynomial } from '../../src/kernel/polynomial.ts'
import { Symbols } from '../../src/kernel/symbols.ts'
import { asInteger, evaluate, NoValue } from '../../src/python/evaluate.ts'
import { type Expression, parts } from '../../src/python/expression.ts'
import { integerText, integerValues, naturals } from './integer_text.ts'
import { expression } from './port.ts'

type Numbers = Readonly<Record<string, bigint>>

/** Facts of which torch's are an example: the naturals are at least 1, and all names are ints. */
function factsAbout(expression: Expression): Facts {
  const facts = new Facts(isNonNegative => new Symbols(isNonNegative))
  for (const part of parts(expression)) {
    if (part.kind !== 'atom') continue
    facts.symbols.ints.add(part.key)
    if ((naturals as readonly string[]).includes(part.text))
      facts.add(Polynomial.atom(part.key).minus(Polynomial.one), 'at least 1')
  }
  return facts
}

function pythonValue(expression: Expression, values: Numbers): bigint | null {
  const keys = new Map([...parts(expression)].flatMap(part => (part.kind === 'atom' ? [[part.key, part.text]] : [])))
  try {
    return asInteger(evaluate(expression, key => values[keys.get(key) ?? ''] ?? null))
  } catch (error) {
    if (error instanceof NoValue) return null
    throw error
  }
}

/** What a polynomial comes to, its atoms being parts of the expression, or quotients; null where some atom has no value. */
function polynomialValue(
  polynomial: Polynomial,
  expression: Expression,
  symbols: Symbols,
  values: Numbers,
): bigint | null {
  const quotients = new Map([...symbols.quotients.values()].map(each => [each.key, each]))
  const atom = (key: string): bigint | null => {
    const quotient = quotients.get(key)
    if (!quotient) {
      const part = [...parts(expression)].find(each => symbols.key(each) === key)
      return part ? pythonValue(part, values) : null
    }
    const [dividend, divisor] = [value(quotient.dividend), value(quotient.divisor)]
    if (dividend === null || divisor === null || divisor === 0n) return null
    const toZero = dividend / divisor
    return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? toZero - 1n : toZero
  }
  const value = (of: Polynomial): bigint | null => {
    let sum = 0n
    for (const [monomial, coefficient] of of.terms) {
      const factors = atomsIn(monomial).map(atom)
      if (factors.includes(null)) return null
      sum += factors.reduce<bigint>((product, factor) => product * (factor ?? 0n), coefficient)
    }
    return sum
  }
  return value(polynomial)
}

const drawn = fc.record({ text: integerText, values: fc.array(integerValues, { minLength: 8, maxLength: 8 }) })

test('an expression as a polynomial computes what Python computes', () => {
  let compared = 0
  fc.assert(
    fc.property(drawn, ({ text, values }) => {
      const whole = expression(text)
      const { symbols } = factsAbout(whole)
      const polynomial = symbols.integer(whole)
      for (const each of polynomial ? values : []) {
        const [expected, actual] = [
          pythonValue(whole, each),
          polynomial && polynomialValue(polynomial, whole, symbols, each),
        ]
        if (expected === null || actual === null) continue
        compared++
        expect(actual).toBe(expected)
      }
    }),
    { numRuns: 2000 },
  )
  expect(compared).toBeGreaterThan(5000)
})

test('what the facts call at least 0 is', () => {
  let claimed = 0
  fc.assert(
    fc.property(drawn, ({ text, values }) => {
      const whole = expression(text)
      const facts = factsAbout(whole)
      const polynomial = facts.symbols.integer(whole)
      if (!polynomial || !facts.isNonNegative(polynomial)) return
      claimed++
      for (const each of values) expect(pythonValue(whole, each) ?? 0n).toBeGreaterThanOrEqual(0n)
    }),
    { numRuns: 2000 },
  )
  expect(claimed).toBeGreaterThan(100)
})

test('an expression minus another of the same text is 0, however it is read', () => {
  fc.assert(
    fc.property(integerText, text => {
      const whole = expression(`(${text}) - (${text})`)
      const polynomial = factsAbout(whole).symbols.integer(whole)
      if (polynomial) expect(polynomial.key).toBe('')
    }),
    { numRuns: 500 },
  )
})

test('a maximum is at least each of its arguments; of one argument it is the greatest item', () => {
  const isKnown = (text: string) => {
    const facts = factsAbout(expression(text))
    const polynomial = facts.symbols.integer(expression(text))
    return polynomial !== null && facts.isNonNegative(polynomial)
  }
  expect(['max(p, q) - p', 'max(p, q) - q', 'max(p, q, 3) - 3', 'max(p) - p', 'max(p, q) - n'].map(isKnown)).toEqual([
    ...[true, true, true],
    ...[false, false],
  ])
})

test('products of up to 400 terms are multiplied out', () => {
  const sum = (count: number) => Array.from({ length: count }, (_, power) => `${'k * '.repeat(power)}u`).join(' + ')
  const termsOf = (text: string) => new Symbols().integer(expression(text))?.terms.size
  expect(termsOf(`(${sum(20)}) * (${sum(20)})`)).toBe(39)
  expect(termsOf(`(${sum(20)}) * (${sum(21)})`)).toBe(1)
})

test('what is written otherwise has another key', () => {
  const texts = [
    'None',
    "''",
    '()',
    '[]',
    '(None,)',
    '0',
    'False',
    "'0'",
    '0.0',
    'max(None)',
    'max(())',
    'p is None',
    'p == None',
  ]
  const keys = texts.map(text => new Symbols().key(expression(text)))
  expect(new Set(keys).size).toBe(texts.length)
})
