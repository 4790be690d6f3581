import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Engine } from '../../playground/engine.ts'
import type { Looked, Question, Reply } from '../../playground/worker/protocol.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A worker that does as the test tells it. */
interface Fake {
  readonly heard: Question[]
  readonly say: (reply: Reply) => void
  ended: boolean
}

function setUp(): { engine: Engine; workers: Fake[] } {
  const workers: Fake[] = []
  const engine = new Engine(say => {
    const fake: Fake = { heard: [], say, ended: false }
    workers.push(fake)
    return {
      send: question => fake.heard.push(question),
      end: () => {
        fake.ended = true
      },
    }
  }, 10_000)
  return { engine, workers }
}

const look = (source: string) => ({ source, options: {} })
const looked: Looked = { findings: [], safe: { text: 'a', fixes: 0 }, unsafe: { text: 'a', fixes: 0 } }
const answer: Reply = { kind: 'answer', answer: looked }

test('a question waits until the worker is ready', async () => {
  const { engine, workers } = setUp()
  const asked = engine.ask('look', look('a'))
  expect(workers[0]?.heard).toEqual([])
  workers[0]?.say({ kind: 'ready' })
  expect(workers[0]?.heard).toEqual([{ kind: 'look', asked: look('a') }])
  workers[0]?.say(answer)
  expect(await asked).toEqual(answer)
})

test('of each kind only the newest question waits, in the turn of the one before', async () => {
  const { engine, workers } = setUp()
  workers[0]?.say({ kind: 'ready' })
  const [first, second, call, third] = [
    engine.ask('look', look('1')),
    engine.ask('look', look('2')),
    engine.ask('call', { ...look('2'), offset: 0 }),
    engine.ask('look', look('3')),
  ]
  expect(await second).toEqual({ kind: 'superseded' })
  for (const each of [answer, answer, { kind: 'answer', answer: null } as const]) workers[0]?.say(each)
  expect(await Promise.all([first, call, third])).toEqual([answer, { kind: 'answer', answer: null }, answer])
  expect(workers[0]?.heard.map(({ asked }) => asked.source)).toEqual(['1', '3', '2'])
})

test('a worker that hangs is replaced, and the new one gets what waited', async () => {
  const { engine, workers } = setUp()
  workers[0]?.say({ kind: 'ready' })
  const [hanging, next] = [engine.ask('look', look('1')), engine.ask('look', look('2'))]
  vi.advanceTimersByTime(10_000)
  expect(await hanging).toEqual({ kind: 'failed', failure: { id: 'server.stopped', seconds: 10 } })
  expect(workers.map(({ ended }) => ended)).toEqual([true, false])
  workers[0]?.say(answer)
  workers[1]?.say({ kind: 'ready' })
  workers[1]?.say(answer)
  expect(await next).toEqual(answer)
})

test('a worker that fails is replaced', async () => {
  const { engine, workers } = setUp()
  workers[0]?.say({ kind: 'ready' })
  const failing = engine.ask('look', look('1'))
  workers[0]?.say({ kind: 'failed', reason: 'out of memory' })
  expect(await failing).toEqual({ kind: 'failed', failure: { id: 'server.failed', reason: 'out of memory' } })
  const next = engine.ask('look', look('2'))
  workers[1]?.say({ kind: 'ready' })
  workers[1]?.say(answer)
  expect(await next).toEqual(answer)
})

test('a worker that cannot start is started again by the next question, not at once', async () => {
  const { engine, workers } = setUp()
  const first = engine.ask('look', look('1'))
  workers[0]?.say({ kind: 'failed', reason: 'offline' })
  expect(await first).toMatchObject({ kind: 'failed' })
  expect(workers).toHaveLength(1)
  const second = engine.ask('look', look('2'))
  expect(workers).toHaveLength(2)
  workers[1]?.say({ kind: 'ready' })
  workers[1]?.say(answer)
  expect(await second).toEqual(answer)
})
