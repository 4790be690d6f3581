import { parentPort } from 'node:worker_threads'
import type { Input } from './input.ts'
import { createTargets } from './targets.ts'
import { tried } from './tried.ts'

const targets = await createTargets()

parentPort?.on('message', async (inputs: readonly Input[]) => {
  for (const input of inputs) parentPort?.postMessage(await tried(targets, input))
})
