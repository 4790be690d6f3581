import type { Exchange, Kind, Question, Reply } from './worker/protocol.ts'

/** A worker that runs. */
export interface Line {
  send(question: Question): void
  end(): void
}

/** Starts a worker, which is ready when it says so and then answers one question after the other. */
export type Start = (hear: (reply: Reply) => void) => Line

/** Why there is no answer. */
export type Failure =
  | { readonly id: 'server.stopped'; readonly seconds: number }
  | { readonly id: 'server.failed'; readonly reason: string }

/** `superseded`: a newer question of the same kind took its place before its turn. */
export type Answered<K extends Kind> =
  | { readonly kind: 'answer'; readonly answer: Exchange[K]['answer'] }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'superseded' }

interface Waiting {
  readonly question: Question
  readonly settle: (answered: Answered<Kind>) => void
}

/**
 * The engine in a worker, asked one thing at a time; of each kind only the newest question waits. A worker that takes
 * longer than `patience` milliseconds, or fails, is replaced; the question that it died of fails.
 */
export class Engine {
  private readonly start: Start
  private readonly patience: number
  private line: Line | null = null
  private isReady = false
  private asked: Waiting | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly waiting = new Map<Kind, Waiting>()

  constructor(start: Start, patience: number) {
    this.start = start
    this.patience = patience
    this.run()
  }

  ask<K extends Kind>(kind: K, asked: Exchange[K]['asked']): Promise<Answered<K>> {
    return new Promise(resolve => {
      this.waiting.get(kind)?.settle({ kind: 'superseded' })
      // The worker answers each question in its own kind, which the compiler cannot follow through the queue.
      const settle = resolve as Waiting['settle']
      // Kind and question go together by the signature.
      this.waiting.set(kind, { question: { kind, asked } as Question, settle })
      this.next()
    })
  }

  private run(): void {
    this.isReady = false
    const line = this.start(reply => {
      if (line === this.line) this.hear(reply)
    })
    this.line = line
  }

  private hear(reply: Reply): void {
    if (reply.kind === 'failed') return this.replace({ id: 'server.failed', reason: reply.reason })
    if (reply.kind === 'ready') this.isReady = true
    else this.settle(reply)
    this.next()
  }

  private next(): void {
    if (!this.line) this.run()
    const [first] = this.waiting.values()
    if (!first || this.asked || !this.isReady) return
    this.waiting.delete(first.question.kind)
    this.asked = first
    this.timer = setTimeout(() => this.replace({ id: 'server.stopped', seconds: this.patience / 1000 }), this.patience)
    this.line?.send(first.question)
  }

  /** A worker that was not even ready would fail again: all who wait are told, and the next question starts another. */
  private replace(failure: Failure): void {
    this.line?.end()
    this.line = null
    const [hadStarted, failed] = [this.isReady, { kind: 'failed', failure } as const]
    this.settle(failed)
    if (hadStarted) return this.next()
    for (const each of this.waiting.values()) each.settle(failed)
    this.waiting.clear()
  }

  private settle(answered: Answered<Kind>): void {
    clearTimeout(this.timer)
    const { asked } = this
    this.asked = null
    asked?.settle(answered)
  }
}
