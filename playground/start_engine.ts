import type { Line } from './engine.ts'
import type { Reply } from './worker/protocol.ts'

/** Starts the engine's worker; what breaks it counts as its last reply. */
export function startEngine(hear: (reply: Reply) => void): Line {
  const worker = new Worker(new URL('./worker/engine.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<Reply>) => hear(data)
  worker.onerror = ({ message }) => hear({ kind: 'failed', reason: message || 'the checker could not be loaded' })
  return { send: question => worker.postMessage(question), end: () => worker.terminate() }
}
