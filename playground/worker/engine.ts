import grammarUrl from 'tree-sitter-python/tree-sitter-python.wasm?url'
import runtimeUrl from 'web-tree-sitter/web-tree-sitter.wasm?url'
import { createChecker } from '../../src/engine/checker.ts'
import { answer } from './answer.ts'
import type { Question, Reply } from './protocol.ts'

const loading = Promise.all([bytes(runtimeUrl), bytes(grammarUrl)]).then(([runtime, grammar]) =>
  createChecker({ runtime, grammar }),
)

const send = (reply: Reply) => postMessage(reply)

loading.then(() => send({ kind: 'ready' }), failed)

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  loading.then(checker => send({ kind: 'answer', answer: answer(checker, data) })).catch(failed)
})

function failed(error: unknown): void {
  send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
}

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`)
  return new Uint8Array(await response.arrayBuffer())
}
