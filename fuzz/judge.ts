import { Worker } from 'node:worker_threads'
import type { Input } from './input.ts'

const program = new URL('./worker.mjs', import.meta.url)

/** Many times what one check may take, since an input is checked a dozen times to be judged. */
const limit = ({ text }: Input) => 120_000 * Math.max(1, text.length / 1e6)

/** Tries inputs in a worker, which is replaced when it hangs, dies or its parser breaks. */
export class Judge {
  private answers: Answers | null = null

  /** What is broken of each input; of those behind one that took the worker with it nothing is said. */
  async try(inputs: readonly Input[]): Promise<readonly (readonly string[])[]> {
    this.answers ??= new Answers(new Worker(program))
    this.answers.ask(inputs)
    const known = []
    for (const input of inputs) {
      const broken = await this.answers.next(limit(input))
      known.push(broken)
      if (!broken.some(each => /^(hang|died|crash: RuntimeError)/.test(each))) continue
      await this.stop()
      break
    }
    return known
  }

  async stop(): Promise<void> {
    await this.answers?.stop()
    this.answers = null
  }
}

/** A worker's answers, one after the other. */
class Answers {
  private readonly known: (readonly string[])[] = []
  private tell: (() => void) | null = null
  private readonly worker: Worker

  constructor(worker: Worker) {
    this.worker = worker
    worker.on('message', this.take)
    worker.on('error', error => this.take([`died: ${error.message}`]))
  }

  ask(inputs: readonly Input[]): void {
    this.worker.postMessage(inputs)
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  async next(milliseconds: number): Promise<readonly string[]> {
    if (this.known.length === 0) await this.wait(milliseconds)
    return this.known.shift() ?? [`hang: no answer within ${milliseconds / 1000} s`]
  }

  private readonly take = (broken: readonly string[]): void => {
    this.known.push(broken)
    this.tell?.()
  }

  private async wait(milliseconds: number): Promise<void> {
    await new Promise<void>(done => {
      const timer = setTimeout(done, milliseconds)
      this.tell = () => {
        clearTimeout(timer)
        done()
      }
    })
    this.tell = null
  }
}
