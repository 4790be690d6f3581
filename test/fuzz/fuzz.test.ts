import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Judge } from '../../fuzz/judge.ts'
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

test('a session of two hundred edits holds', async () => {
  expect(await tried(targets, { target: 'edits', text: '1\n2' })).toEqual([])
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

test('what hangs, and what ends its worker, is a failure, and the next input is tried', async () => {
  const hangs = `on('message', ({ text }) => {
    while (text === 'hang') {}
    if (text === 'die') process.exit(3)
    if (text === 'throw') throw new Error('no')
    postMessage([])
  })`
  const program = `import { parentPort } from 'node:worker_threads'
    const [on, postMessage] = [parentPort.on.bind(parentPort), parentPort.postMessage.bind(parentPort)]\n${hangs}`
  const judge = new Judge(new URL(`data:text/javascript,${encodeURIComponent(program)}`))
  const said: string[] = []
  for (const text of ['hang', 'good', 'throw', 'good', 'die', 'good'])
    said.push((await judge.judge({ target: 'x', text }, 0.2)).join())
  await judge.stop()
  expect(said).toEqual(['hang: no answer within 0.2 s', '', 'died: no', '', 'died: exit status 3', ''])
})
