import fc from 'fast-check'
import { expect, test } from 'vitest'
import { argumentsText, type CallText, callText, valueDraws } from './call_text.ts'
import { compared, type Port, rewritten } from './port.ts'

const calls = fc.array(callText, { minLength: 40, maxLength: 40 })

/** Runs both sides at drawn values until torch ran `wanted` times; how often it did. */
function runTimes(port: Omit<Port, 'certificate'>, written: string, seed: number, wanted: number): number {
  const draw = valueDraws(seed)
  let ran = 0
  for (let tries = 0; tries < 4 * wanted && ran < wanted; tries++) {
    const { values, L } = draw()
    const comparison = compared(port, values, L)
    if (!comparison || comparison.result === 'torch raises') continue
    ran++
    if (comparison.result !== 'equal')
      expect.fail(`${written} at ${show(values)}, L=${L}: ${JSON.stringify(comparison)}`)
  }
  return ran
}

const show = (values: object) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

test('what is rewritten is equal wherever torch runs: 100,000 configurations', () => {
  const count = { calls: 0, rewritten: 0, ran: 0 }
  fc.assert(
    fc.property(calls, fc.integer(), (texts: readonly CallText[], seed) => {
      const written = texts.map(argumentsText)
      for (const [index, port] of rewritten(written).entries()) {
        count.calls++
        if (!port) continue
        count.rewritten++
        count.ran += runTimes(port, written[index] ?? '', seed + index, 240)
      }
    }),
    { numRuns: 20, endOnFailure: true },
  )
  console.log(count)
  expect(count.ran).toBeGreaterThan(100_000)
})
