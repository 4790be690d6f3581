import { fileURLToPath } from 'node:url'
import { isMainThread, Worker } from 'node:worker_threads'
import { serve } from './server.ts'
import { work } from './worker/worker.ts'

// One file for both sides, so that a bundle of it is all that an editor's extension has to carry beside the WebAssembly.
if (isMainThread) serve(process.stdin, process.stdout, () => new Worker(fileURLToPath(import.meta.url)))
else work()
