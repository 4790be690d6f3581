import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensOf } from '../../fuzz/mutations.ts'
import { shrink } from '../../fuzz/shrink.ts'
import { createTargets } from '../../fuzz/targets.ts'
import { tried } from '../../fuzz/tried.ts'

const targets = await createTargets()
const quick = ['python', 'reports', 'suppressions', 'notebook', 'settings', 'cache', 'pipe']

describe.each(quick)('%s', name => {
  const inputs = targets.get(name)?.inputs ?? fc.constant({ target: name, text: '' })

  test('one seed gives the same inputs again', () => {
    const drawn = () => fc.sample(inputs, { seed: 3, numRuns: 5 })
    expect(drawn()).toEqual(drawn())
  })

  test('some inputs hold', async () => {
    for (const input of fc.sample(inputs, { seed: 4, numRuns: 20 })) expect(await tried(targets, input)).toEqual([])
  })
})

test('the tokens of a text are the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => tokensOf(text).join('') === text))
})

test('a failure is shrunk to what makes it', async () => {
  const input = { target: 'python', text: 'import a\n\n\nx = f(1, 2)\nboom(3)\ny = 4\n', options: { ignore: ['TSP1'] } }
  const small = await shrink(input, async ({ text }) => text.includes('boom'))
  expect(small).toEqual({ target: 'python', text: 'boom' })
})

test('a crash is an answer', async () => {
  const broken = () => {
    throw new Error('no')
  }
  const crashing = new Map([['x', { inputs: fc.constant({ target: 'x', text: '' }), broken }]])
  expect(await tried(crashing, { target: 'x', text: '' })).toEqual([expect.stringMatching(/^crash: Error: no/)])
})
