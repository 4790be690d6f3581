import { Worker } from 'node:worker_threads'

/** A thread that answers questions one after the other. It is started when it is needed, and again after it broke. */
export class Thread<Question, Answer> {
  private readonly file: URL
  private readonly data: unknown
  private worker: Worker | null = null

  /** `file` is the thread's program, which is given the data. */
  constructor(file: URL, data: unknown) {
    this.file = file
    this.data = data
  }

  /** @throws Error when the thread broke over the question; the next one is asked in a new thread */
  async ask(question: Question): Promise<Answer> {
    this.worker ??= new Worker(this.file, { workerData: this.data })
    try {
      return await answerOf(this.worker, question)
    } catch (error) {
      await this.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    const { worker } = this
    this.worker = null
    await worker?.terminate()
  }
}

function answerOf<Answer>(worker: Worker, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('the thread ended'))
    worker
      .once('error', reject)
      .once('exit', end)
      .once('message', (answer: Answer) => {
        worker.off('error', reject).off('exit', end)
        resolve(answer)
      })
      .postMessage(question)
  })
}
