import { parentPort } from 'node:worker_threads'
import type { Input } from './input.ts'
import { createTargets } from './targets.ts'
import { tried } from './tried.ts'

const targets = await createTargets()

parentPort?.on('message', async (input: Input) => parentPort?.postMessage(await tried(targets, input)))
