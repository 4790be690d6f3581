import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryFile } from './call.ts'
import { rootOf } from './expression.ts'
import { arbitraryValuation, assignments } from './valuation.ts'

describe('arbitraryFile', () => {
  test('gives the same files for the same seed', () => {
    const sources = () => fc.sample(arbitraryFile, { seed: 7, numRuns: 50 }).map(file => file.source)
    expect(sources()).toEqual(sources())
  })

  test('holds the call where it says', () => {
    fc.assert(
      fc.property(arbitraryFile, ({ source, call, start, callee }) => {
        expect(source.startsWith(call, start)).toBe(true)
        expect(call.startsWith(callee)).toBe(true)
      }),
    )
  })

  test('varies', () => {
    const files = fc.sample(arbitraryFile, { seed: 7, numRuns: 300 })
    expect(new Set(files.map(file => file.call)).size).toBeGreaterThan(280)
    expect(new Set(files.map(file => file.callee)).size).toBeGreaterThan(5)
    expect(new Set(files.map(file => file.style.statement)).size).toBeGreaterThan(12)
  })

  test('is mostly symbolic', () => {
    const files = fc.sample(arbitraryFile, { seed: 7, numRuns: 300 })
    expect(files.filter(file => file.names.length === 0).length).toBeLessThan(30)
  })
})

describe('arbitraryValuation', () => {
  test('gives a value to each name, and the statements that bind them', () => {
    const pairs = arbitraryFile.chain(file => fc.tuple(fc.constant(file), arbitraryValuation(file)))
    fc.assert(
      fc.property(pairs, ([file, valuation]) => {
        expect(Object.keys(valuation).sort()).toEqual(file.names.map(name => name.expression).sort())
        const bound = assignments(valuation).map(line => line.split(' = ')[0])
        expect(new Set(bound)).toEqual(new Set(file.names.map(rootOf)))
        expect(bound.length).toBe(new Set(bound).size)
      }),
    )
  })
})
