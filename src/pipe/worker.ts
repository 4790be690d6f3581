import { resolve } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { loadChecker } from '../host/load_checker.ts'
import { once } from '../host/once.ts'
import { createPlace } from '../host/place.ts'
import { answer, type Means } from './answer.ts'
import type { Line } from './lines_in.ts'
import type { ThreadData } from './pipe.ts'

// It is started by pipe alone, which gives it this.
const { applied, settings, folder } = workerData as ThreadData

const { options } = createPlace(folder, settings)
const means: Means = { checker: once(loadChecker), optionsFor: path => options(resolve(folder, path)), applied }

parentPort?.on('message', async (lines: readonly Line[]) => {
  const answers: string[] = []
  for (const line of lines) answers.push(await answer(line, means))
  parentPort?.postMessage(answers)
})
