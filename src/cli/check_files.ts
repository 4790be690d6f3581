import type { Batch } from '../host/batch.ts'
import type { Mode, Outcome } from '../host/outcome.ts'
import type { Session } from '../host/session.ts'
import type { Progress } from './progress.ts'
import type { ExitStatus, Run } from './run.ts'

/** All that takes part in a run. */
export interface Parts {
  readonly mode: Mode
  readonly session: Session
  readonly batch: Batch
  readonly progress: Progress
  readonly run: Run
}

/** Checks files, writes what is to be fixed in them, and tells of them; `named` are those that were asked for by name. */
export async function checkFiles(
  files: readonly string[],
  named: ReadonlySet<string>,
  parts: Parts,
): Promise<ExitStatus> {
  const { mode, session, batch, progress, run } = parts
  const looking = new Looking(mode, batch, progress)
  try {
    await lookAt(files, named, looking, parts)
  } finally {
    parts.progress.end()
  }
  for (const outcome of looking.kept) run.add(mode.kind === 'fix' ? await session.write(outcome) : outcome)
  return run.finish()
}

async function lookAt(
  files: readonly string[],
  named: ReadonlySet<string>,
  looking: Looking,
  { mode, session, progress, run }: Parts,
): Promise<void> {
  // All files are judged before the first is written, so that each is judged by the others as they were.
  const tell = (outcome: Outcome) =>
    void (mode.kind === 'fix' || progress.isShown ? looking.kept.push(outcome) : run.add(outcome))
  const others = await looking.check(files, null, tell)
  // A file without the name of the class is worth a word only where there is something to say.
  const tellFollower = (outcome: Outcome) => {
    if (outcome.found.findings.length + outcome.fixed > 0) tell(outcome)
  }
  for (const file of others.filter(each => named.has(each))) {
    const outcome = await session.checkImporter(file, mode)
    if (outcome) looking.take(outcome, tellFollower)
  }
  let left: readonly string[] = others.filter(each => !named.has(each))
  for (let asked = 0; asked < looking.words.size; ) {
    asked = looking.words.size
    session.seek(left, [...looking.words])
    left = await looking.check(left, [...looking.words], tellFollower)
  }
  session.remember([...looking.words])
}

/** What a run has seen so far. */
class Looking {
  /** Names by which files hand the class on to others. */
  readonly words = new Set<string>()
  /** What is told of when all is seen. */
  readonly kept: Outcome[] = []
  private readonly mode: Mode
  private readonly batch: Batch
  private readonly progress: Progress

  constructor(mode: Mode, batch: Batch, progress: Progress) {
    this.mode = mode
    this.batch = batch
    this.progress = progress
  }

  take(outcome: Outcome, tell: (outcome: Outcome) => void): void {
    for (const name of outcome.handsOn) this.words.add(name)
    tell(outcome)
  }

  /** Checks files, and gives those in which there was nothing to be checked. */
  async check(
    files: readonly string[],
    words: readonly string[] | null,
    tell: (outcome: Outcome) => void,
  ): Promise<readonly string[]> {
    const left: string[] = []
    let done = 0
    for await (const answers of this.batch.check(files, words, this.mode)) {
      // Files are done when they were looked at for the first time.
      if (words === null) this.progress.add(answers.length)
      for (const outcome of answers) {
        const file = files[done++]
        if (outcome) this.take(outcome, tell)
        else if (file !== undefined) left.push(file)
      }
    }
    return left
  }
}
