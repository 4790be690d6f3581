import { expect, test } from 'vitest'
import { type Judged, type ModelRun, outcomeOf } from '../../conformance/model_rows.ts'

const run = (told: Partial<ModelRun>): ModelRun => ({
  id: 'm#0',
  difference: 1e-6,
  rounding: null,
  error: null,
  ...told,
})
const judged = (told: Partial<Judged>): Judged => ({
  ...{ on: 'mindspore 2.10.0', model: 'm', version: 'p 1.0', error: null, jobs: [] },
  runs: [run({})],
  ...told,
})
const rounding = (in_parts: number) => ({ torch: 4e-7, mindspore: 6e-6, in_parts })

test.each<readonly [string, readonly ModelRun[], ReturnType<typeof outcomeOf>]>([
  ['all near', [run({}), run({ difference: 5e-6 })], 'within the bound'],
  ['one further off, near in parts', [run({}), run({ difference: 6e-6, rounding: rounding(1e-6) })], 'over the bound'],
  ['one further off, in parts too', [run({}), run({ difference: 6e-6, rounding: rounding(6e-6) })], 'wrong'],
  ['one further off, no parts', [run({ difference: 6e-6 })], 'wrong'],
  ['an error', [run({}), run({ difference: null, error: { text: 'shape' } })], 'wrong'],
  ['nothing run', [], 'did not build'],
])('layers with %s', (_, runs, outcome) => {
  expect(outcomeOf(judged({ runs }))).toBe(outcome)
})

test('a model that does not build', () => {
  expect(outcomeOf(judged({ error: 'no module', runs: [] }))).toBe('did not build')
})
