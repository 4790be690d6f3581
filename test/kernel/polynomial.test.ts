import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Polynomial } from '../../src/kernel/polynomial.ts'

const names = ['a', 'b', 'c d', '1·a']

const polynomial: fc.Arbitrary<Polynomial> = fc
  .array(fc.tuple(fc.bigInt(-9n, 9n), fc.array(fc.constantFrom(...names), { maxLength: 3 })), { maxLength: 4 })
  .map(terms =>
    terms
      .map(([coefficient, atoms]) =>
        atoms.map(Polynomial.atom).reduce((a, b) => a.times(b), Polynomial.of(coefficient)),
      )
      .reduce((a, b) => a.plus(b), Polynomial.zero),
  )

const same = (a: Polynomial, b: Polynomial) => expect(a.key).toBe(b.key)

test('the laws of a ring', () => {
  fc.assert(
    fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
      same(a.plus(b), b.plus(a))
      same(a.plus(b).plus(c), a.plus(b.plus(c)))
      same(a.plus(Polynomial.zero), a)
      same(a.minus(a), Polynomial.zero)
      same(a.times(b), b.times(a))
      same(a.times(b).times(c), a.times(b.times(c)))
      same(a.times(Polynomial.one), a)
      same(a.times(b.plus(c)), a.times(b).plus(a.times(c)))
      same(a.scaled(-3n), a.times(Polynomial.of(-3n)))
    }),
    { numRuns: 300 },
  )
})

test('equal exactly when the difference is 0', () => {
  fc.assert(fc.property(polynomial, polynomial, (a, b) => a.equals(b) === (a.minus(b).terms.size === 0)))
})

test('divided by an atom: the rest holds no such atom', () => {
  fc.assert(
    fc.property(polynomial, fc.constantFrom(...names), (a, name) => {
      const { quotient, rest } = a.dividedByAtom(name)
      same(quotient.times(Polynomial.atom(name)).plus(rest), a)
      same(rest.dividedByAtom(name).quotient, Polynomial.zero)
    }),
  )
})

test('constants and single atoms are known as such', () => {
  expect(Polynomial.zero.constant).toBe(0n)
  expect(Polynomial.of(-7n).constant).toBe(-7n)
  expect(Polynomial.atom('a').constant).toBeNull()
  expect(Polynomial.atom('a').singleAtom).toBe('a')
  for (const other of [
    Polynomial.one,
    Polynomial.atom('a').scaled(2n),
    Polynomial.atom('a').times(Polynomial.atom('a')),
  ])
    expect(other.singleAtom).toBeNull()
  expect(Polynomial.of(2n ** 200n).plus(Polynomial.one).constant).toBe(2n ** 200n + 1n)
})
