import { existsSync } from 'node:fs'
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

/** Files that are asked about together, so that progress is seen between them. */
const together = 64

const program = new URL('./judge_worker.js', import.meta.url)

/**
 * Checks many files, one after the other: a second thread would learn the repository once more, at twice the memory. Only when the
 * parser breaks there is a thread, if the bundle is there.
 */
export class Batch {
  private readonly session: Session
  private readonly data: ThreadData
  private thread: Thread<Question, Answers> | null = null

  constructor(session: Session, data: ThreadData) {
    this.session = session
    this.data = data
  }

  /** What came of the files, in their order, some at a time. */
  async *check(files: readonly string[], words: readonly string[] | null, mode: Mode): AsyncGenerator<Answers> {
    for (const part of partsOf(files, together)) yield await this.ask({ files: part, words, mode })
  }

  async close(): Promise<void> {
    await this.thread?.stop()
  }

  /** A parser that breaks stays broken in its thread: from then on another one is asked. */
  private async ask(question: Question): Promise<Answers> {
    if (this.thread) return this.askThread(this.thread, question)
    try {
      return await this.session.ask(question)
    } catch (error) {
      if (!isBroken(error) || !existsSync(program)) throw error
      this.thread = new Thread<Question, Answers>(program, this.data)
      return this.askThread(this.thread, question)
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
