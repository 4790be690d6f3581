import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Settings } from '../config/schema.ts'
import type { Applied } from '../engine/checker.ts'
import { Thread } from '../host/thread.ts'
import { failure } from './answer.ts'
import { type Line, linesIn } from './lines_in.ts'

/** A longer line is not kept; it would not fit into memory three times. */
const mostBytes = 128 * 1024 * 1024

/** What the thread is given at its start. */
export interface ThreadData {
  readonly applied: Applied
  /** The settings, and the folder that their globs count from. */
  readonly settings: Settings
  readonly folder: string
}

/** The engine in a thread of its own, since a parser that breaks stays broken. */
type CheckerThread = Thread<readonly Line[], readonly string[]>

/**
 * Answers each line with a line, in order, reading no faster than what it writes is taken.
 * @throws Error of one of the streams
 */
export async function pipe(input: Readable, output: Writable, data: ThreadData): Promise<void> {
  const thread: CheckerThread = new Thread(new URL('./pipe_worker.js', import.meta.url), data)
  try {
    await pipeline(input, chunks => texts(linesIn(chunks, mostBytes), thread), output, { end: false })
  } finally {
    await thread.stop()
  }
}

async function* texts(
  batches: AsyncIterable<readonly Line[]>,
  thread: CheckerThread,
): AsyncGenerator<string, void, undefined> {
  for await (const lines of batches) {
    const answers = await answersTo(lines, thread)
    yield answers.map(each => `${each}\n`).join('')
  }
}

/** When the thread breaks, each line is tried alone, so that none but the guilty one gets an error. */
async function answersTo(lines: readonly Line[], thread: CheckerThread): Promise<readonly string[]> {
  try {
    return await thread.ask(lines)
  } catch {
    const answers: string[] = []
    for (const line of lines) answers.push(...(await answersAlone(line, thread)))
    return answers
  }
}

async function answersAlone(line: Line, thread: CheckerThread): Promise<readonly string[]> {
  try {
    return await thread.ask([line])
  } catch (error) {
    return [failure(line, `the checker broke off: ${error instanceof Error ? error.message : String(error)}`)]
  }
}
