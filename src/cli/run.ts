import type { Outcome } from '../host/outcome.ts'
import { say } from '../messages/say.ts'
import { addToTally, emptyTally } from '../report/tally.ts'
import { visible } from '../report/visible.ts'
import { errorLine, warningLine } from './output.ts'
import { createTeller, type Telling } from './teller.ts'

export interface RunOptions extends Telling {
  readonly quiet: boolean
  readonly exitZero: boolean
  /** Ends what `out` writes to; gives the reason when that could not take all of it. */
  close(): string | null
}

/** 0: nothing found, or all fixed; 1: findings, or a diff; 2: something could not be done; 130: Ctrl-C at a question. */
export type ExitStatus = 0 | 1 | 2 | 130

/** Tells of each file as it is done, counts, and ends with the exit status. */
export interface Run {
  add(outcome: Outcome): void
  finish(): ExitStatus
}

export function createRun(options: RunOptions): Run {
  const teller = createTeller(options)
  let tally = emptyTally
  let fixed = 0
  let changed = false
  let failed = false

  function add(outcome: Outcome): void {
    const { found, change, unchecked, failure } = outcome
    tally = addToTally(tally, found.findings)
    fixed += outcome.fixed
    changed ||= change !== null
    failed ||= failure !== null
    if (failure !== null) options.err(errorLine(visible(`${found.path}: ${failure}`)))
    if (unchecked !== null && !options.quiet)
      options.err(warningLine(visible(`${found.path}: ${say(unchecked, options.locale)}`)))
    teller.file(outcome)
  }

  function finish(): ExitStatus {
    const nothingToSay = options.quiet || (failed && tally.total + fixed === 0)
    teller.end(nothingToSay ? null : { fixed, left: tally })
    const unwritten = options.close()
    if (unwritten !== null) options.err(errorLine(visible(unwritten)))
    if (failed || unwritten !== null) return 2
    return !options.exitZero && (options.mode.kind === 'diff' ? changed : tally.total > 0) ? 1 : 0
  }

  return { add, finish }
}
