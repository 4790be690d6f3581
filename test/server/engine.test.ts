import { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test } from 'vitest'
import { RequestType } from 'vscode-languageserver/node'
import { Engine } from '../../src/server/engine.ts'
import type { OpenText } from '../../src/server/worker_protocol.ts'

/** A worker that answers as the real one does, says what it was given, and breaks as it is told. */
const script = `
  const { parentPort } = require('node:worker_threads')
  const taken = []
  const answers = {
    ready: () => null,
    take: ({ uri, version, text }) => { taken.push([uri, version, text]); return text === 'others' },
    drop: ({ uri }) => { taken.push([uri]); return false },
    tell: () => taken,
    hang: () => { for (;;) {} },
    end: () => process.exit(3),
    fail: () => { throw new Error('the parser is broken') },
    memory: () => { const held = []; for (;;) held.push(new Array(1e6).fill({})) },
  }
  parentPort.on('message', ({ id, method, params }) => {
    if (id === undefined) return
    try {
      parentPort.postMessage({ jsonrpc: '2.0', id, result: answers[method](params) })
    } catch (error) {
      parentPort.postMessage({ jsonrpc: '2.0', id, error: { code: -32603, message: error.message } })
    }
  })
`

const tell = new RequestType<null, unknown, void>('tell')
const breaking = (how: string) => new RequestType<null, unknown, void>(how)

function engineOf(documents: OpenText[] = []) {
  const seen = { started: 0, others: 0 }
  const start = () => {
    seen.started++
    return new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 64 } })
  }
  const engine = new Engine({
    start,
    patience: 2000,
    documents: () => documents,
    onOthersChanged: () => void seen.others++,
  })
  onTestFinished(() => engine.stop())
  return { engine, seen }
}

function open(uri: string, version: number, text: string): OpenText {
  return { uri, path: null, version, text }
}

describe('of a worker that is to', () => {
  test.each([
    ['hang', /longer than 2 seconds/],
    ['end', /the checker ended/],
    ['fail', /internal error.*the parser is broken/],
    ['memory', /internal error/],
  ])(
    '%s, just that request fails; the worker is replaced, and the next one has all documents',
    async (how, message) => {
      const { engine, seen } = engineOf([open('a', 1, 'x'), open('b', 7, 'y')])
      const [failed, told] = [engine.ask(breaking(how), null), engine.ask(tell, null)]
      await expect(failed).rejects.toThrow(message)
      expect(await told).toEqual([
        ['a', 1, 'x'],
        ['b', 7, 'y'],
      ])
      expect(seen.started).toBe(2)
    },
  )
})

test('a document is given again when it has another version, or was opened again; a closed one is dropped', async () => {
  const documents = [open('a', 1, 'one')]
  const { engine, seen } = engineOf(documents)
  expect(await engine.ask(tell, null)).toEqual([['a', 1, 'one']])
  expect(await engine.ask(tell, null)).toHaveLength(1)
  documents[0] = open('a', 1, 'two')
  expect(await engine.ask(tell, null)).toEqual([
    ['a', 1, 'one'],
    ['a', 1, 'two'],
  ])
  documents.splice(0, 1, open('b', 1, 'others'))
  expect(await engine.ask(tell, null)).toHaveLength(4)
  expect(seen).toEqual({ started: 1, others: 1 })
})

test('nothing is started before the first question, and nothing is answered after the end', async () => {
  const { engine, seen } = engineOf()
  engine.forget()
  engine.stop()
  await expect(engine.ask(tell, null)).rejects.toThrow('cancelled')
  expect(seen.started).toBe(0)
})
