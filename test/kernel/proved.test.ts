import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comparison } from '../../src/kernel/compare.ts'
import { prove } from '../../src/kernel/prove.ts'
import { argumentsText, type CallText, callText, valueDraws } from './call_text.ts'
import { bothSides, rewritten, runner, type Sides } from './port.ts'
import { arbitraryPort } from './port_text.ts'

interface Runs {
  readonly ran: number
  /** The first run in which the two sides differed, in words. */
  readonly differing: string | null
}

/** Runs both sides at drawn values until torch ran `wanted` times. */
function runTimes(sides: Sides, seed: number, wanted: number): Runs {
  const [draw, runAt] = [valueDraws(seed), runner(sides)]
  let ran = 0
  for (let tries = 0; tries < 4 * wanted && ran < wanted; tries++) {
    const { values, L } = draw()
    const comparison = runAt(values, L)
    if (!comparison || comparison.result === 'torch raises') continue
    ran++
    if (comparison.result !== 'equal') return { ran, differing: said(values, L, comparison) }
  }
  return { ran, differing: null }
}

function said(values: object, L: number, comparison: Comparison): string {
  const names = Object.entries(values).map(([name, value]) => `${name}=${value}`)
  return `${names.join(' ')} L=${L}: ${JSON.stringify(comparison)}`
}

test('what is rewritten is equal wherever torch runs: 100,000 configurations', () => {
  const count = { calls: 0, rewritten: 0, ran: 0 }
  const calls = fc.array(callText, { minLength: 40, maxLength: 40 })
  const property = fc.property(calls, fc.integer(), (texts: readonly CallText[], seed) => {
    const written = texts.map(argumentsText)
    for (const [index, sides] of rewritten(written).entries()) {
      count.calls++
      if (!sides) continue
      count.rewritten++
      const { ran, differing } = runTimes(sides, seed + index, 200)
      count.ran += ran
      expect([written[index], differing]).toEqual([written[index], null])
    }
  })
  fc.assert(property, { numRuns: 16, endOnFailure: true })
  expect(count.rewritten).toBeGreaterThan(0.9 * count.calls)
  expect(count.ran).toBeGreaterThan(100_000)
})

test('no port that differs anywhere is proved', () => {
  const count = { ports: 0, wrong: 0, proved: 0 }
  const pair = callText.chain(call => arbitraryPort(call).map(port => ({ args: argumentsText(call), port })))
  const property = fc.property(fc.array(pair, { minLength: 40, maxLength: 40 }), fc.integer(), (pairs, seed) => {
    const all = bothSides(pairs.map(({ args, port }) => [args, port.text]))
    for (const [index, sides] of all.entries()) {
      const { differing } = runTimes(sides, seed + index, 60)
      const proved = sides.mindspore !== null && prove(sides.torch, sides.mindspore.pipeline) !== null
      count.ports++
      if (proved) count.proved++
      if (differing) count.wrong++
      if (proved && differing) expect.fail(`proved: ${JSON.stringify(pairs[index])} ${differing}`)
    }
  })
  fc.assert(property, { numRuns: 25, endOnFailure: true })
  expect(count.wrong).toBeGreaterThan(500)
  expect(count.proved).toBeGreaterThan(50)
})
