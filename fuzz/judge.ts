import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Input } from './input.ts'
import { processorSeconds } from './processor.ts'

/** How often the clock is looked at while an answer is awaited, in milliseconds. */
const pause = 200
/** A worker that waits for another program, or for a processor, may take so many times as long. */
const patience = 4

/** Tries inputs in a worker, which is replaced when it hangs, dies or its parser breaks. */
export class Judge {
  private readonly program: URL
  private worker: Worker | null = null

  /** `program` answers each message, an input, by what is broken of it. */
  constructor(program: URL) {
    this.program = program
  }

  /** What is broken of an input; an answer that takes more seconds of the processor than it may is a failure. */
  async judge(input: Input, seconds: number): Promise<readonly string[]> {
    this.worker ??= new Worker(this.program)
    const broken = await answer(this.worker, input, seconds)
    if (broken.some(each => /^(hang|died|crash: RuntimeError)/.test(each))) await this.stop()
    return broken
  }

  async stop(): Promise<void> {
    await this.worker?.terminate()
    this.worker = null
  }
}

async function answer(worker: Worker, input: Input, seconds: number): Promise<readonly string[]> {
  const start = processorSeconds()
  const over = new AbortController()
  let looks = 0
  // Looks are counted, since a clock goes on while this process is stopped.
  const clock = setInterval(() => {
    const waited = (++looks * pause) / 1000
    if (processorSeconds() - start > seconds || waited > patience * seconds) over.abort()
  }, pause)
  try {
    const said = once(worker, 'message', { signal: over.signal })
    const ended = once(worker, 'exit', { signal: over.signal }).then(([status]) => [`died: exit status ${status}`])
    worker.postMessage(input)
    return await Promise.race([said.then(([broken]) => broken), ended])
  } catch (error) {
    if (over.signal.aborted) return [`hang: no answer within ${seconds} s`]
    return [`died: ${error instanceof Error ? error.message : error}`]
  } finally {
    clearInterval(clock)
    over.abort()
  }
}
