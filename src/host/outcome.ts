import type { Applied } from '../engine/checker.ts'
import type { FileFindings } from '../report/found.ts'

/** What is done with fixes: nothing, or they are applied, to be written or only shown. */
export type Mode = { readonly kind: 'look' } | { readonly kind: 'fix' | 'diff'; readonly applied: Applied }

/** What the fixes of a file make of it: its text, with the byte order mark, and the bytes to write. */
export interface Change {
  readonly before: string
  readonly after: string
  readonly bytes: Buffer
  /** What was read, and has to be there still. */
  readonly original: Buffer
}

/** What came of one file. */
export interface Outcome {
  /** What is left to report. */
  readonly found: FileFindings
  /** How many findings were fixed. */
  readonly fixed: number
  readonly change: Change | null
  /** Names by which other files may import the class from this one. */
  readonly handsOn: readonly string[]
  /** Why the file could not be written or judged, where that is so. */
  readonly failure: string | null
}
