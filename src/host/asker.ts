import type { Answer } from '../engine/checker.ts'
import type { FileFindings } from '../report/found.ts'

/** Somebody who is asked about each fix before it is applied. */
export interface Asker {
  /** Whether no more is asked; no further file is looked at then. */
  readonly stopped: boolean
  /** Asks about the fix that all of these findings share. */
  ask(offered: FileFindings): Promise<Answer>
}
