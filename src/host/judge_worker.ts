import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadData } from './batch.ts'
import type { Question } from './question.ts'
import { createSession } from './session.ts'

// It is started by Batch alone, which gives it this.
const { source, cache } = workerData as ThreadData
const session = createSession(source, cache)

parentPort?.on('message', async (question: Question) => {
  parentPort?.postMessage(await session.ask(question))
})
