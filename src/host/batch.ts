import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isBroken } from './judge.ts'
import type { Mode, Outcome } from './outcome.ts'
import type { Answers, CacheUse, Question } from './question.ts'
import type { Session } from './session.ts'
import type { SettingsSource } from './settings.ts'
import { Thread } from './thread.ts'

/** What a thread is started with. */
export interface ThreadData {
  readonly source: SettingsSource
  readonly cache: CacheUse
}

/** Files that are asked about together: enough of them to make little of the way to a thread and back. */
const together = 64
/** A thread takes about as long to start, and to become quick, as this many files take. */
const leastPerThread = 2000

const program = new URL('./judge_worker.js', import.meta.url)

/** Checks many files: here, or in threads where that pays and the bundle is there. */
export class Batch {
  private readonly session: Session
  private readonly data: ThreadData
  private readonly threads: Thread<Question, Answers>[] = []

  constructor(session: Session, data: ThreadData) {
    this.session = session
    this.data = data
  }

  /** What came of the files, in their order, some at a time. */
  async *check(files: readonly string[], words: readonly string[] | null, mode: Mode): AsyncGenerator<Answers> {
    const questions = partsOf(files, together).map(part => ({ files: part, words, mode }))
    this.useThreads(files.length, mode)
    const threads = this.threads.map(thread => (question: Question) => this.askThread(thread, question))
    if (threads.length > 0) yield* inOrder(questions, threads)
    else for (const question of questions) yield await this.askHere(question)
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map(thread => thread.stop()))
  }

  /** Somebody who answers questions answers them here. */
  private useThreads(files: number, mode: Mode): void {
    if (!existsSync(program) || (mode.kind === 'fix' && mode.asker)) return
    const wanted = Math.min(availableParallelism(), Math.floor(files / leastPerThread))
    while (wanted > 1 && this.threads.length < wanted) this.addThread()
  }

  private addThread(): Thread<Question, Answers> {
    const thread = new Thread<Question, Answers>(program, this.data)
    this.threads.push(thread)
    return thread
  }

  /** A parser that breaks stays broken in its thread: from then on another one is asked. */
  private async askHere(question: Question): Promise<Answers> {
    const [thread] = this.threads
    if (thread) return this.askThread(thread, question)
    try {
      return await this.session.ask(question)
    } catch (error) {
      if (!isBroken(error) || !existsSync(program)) throw error
      return this.askThread(this.addThread(), question)
    }
  }

  /** When the thread breaks, each file is tried alone, so that none but the guilty one is not checked. */
  private async askThread(thread: Thread<Question, Answers>, question: Question): Promise<Answers> {
    try {
      return await thread.ask(question)
    } catch (error) {
      const [only, ...others] = question.files
      if (only === undefined) return []
      if (others.length === 0) return [this.session.unchecked(only, reasonOf(error))]
      const answers: (Outcome | null)[] = []
      for (const file of question.files) answers.push(...(await this.askThread(thread, { ...question, files: [file] })))
      return answers
    }
  }
}

function reasonOf(error: unknown): string {
  return `the parser broke off: ${error instanceof Error ? error.message : String(error)}`
}

function partsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

/** The answers to questions, in their order, each question going to the first that is free. */
async function* inOrder<Q, A>(
  questions: readonly Q[],
  ask: readonly ((question: Q) => Promise<A>)[],
): AsyncGenerator<A> {
  const waiting: ((each: (question: Q) => Promise<A>) => Promise<void>)[] = []
  const answers = questions.map(
    question => new Promise<A>((resolve, reject) => waiting.push(each => each(question).then(resolve, reject))),
  )
  const work = async (each: (question: Q) => Promise<A>) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next(each)
  }
  for (const each of ask) void work(each)
  for (const answer of answers) yield await answer
}
