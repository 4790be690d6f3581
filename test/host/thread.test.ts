import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { Thread } from '../../src/host/thread.ts'
import { makeFolder } from './folder.ts'

const program = `
import { parentPort, workerData } from 'node:worker_threads'
let asked = 0
parentPort.on('message', question => {
  if (question === 'break') throw new WebAssembly.RuntimeError('out of memory')
  if (question === 'end') process.exit(3)
  parentPort.postMessage([workerData, question, ++asked])
})
`

let thread: Thread<string, unknown> | null = null

afterEach(() => thread?.stop())

function start() {
  const folder = makeFolder({ 'program.mjs': program })
  thread = new Thread<string, unknown>(pathToFileURL(join(folder, 'program.mjs')), 'data')
  return thread
}

test('one thread answers all questions', async () => {
  const asked = start()
  expect([await asked.ask('a'), await asked.ask('b')]).toEqual([
    ['data', 'a', 1],
    ['data', 'b', 2],
  ])
})

test.each([
  ['break', 'out of memory'],
  ['end', 'the thread ended'],
])('a thread that breaks over a question (%s) is replaced', async (question, reason) => {
  const asked = start()
  await asked.ask('a')
  await expect(asked.ask(question)).rejects.toThrow(reason)
  expect(await asked.ask('b')).toEqual(['data', 'b', 1])
})
