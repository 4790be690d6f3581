import type { Applied } from '../engine/checker.ts'
import type { Message } from '../engine/message.ts'
import type { FileFindings } from '../report/found.ts'
import type { Asker } from './asker.ts'

/** What is done with fixes: nothing, or they are applied, to be written or only shown; where there is an asker, those it says yes to. */
export type Mode =
  | { readonly kind: 'look' }
  | { readonly kind: 'diff'; readonly applied: Applied }
  | { readonly kind: 'fix'; readonly applied: Applied; readonly asker?: Asker }

/** What the fixes of a file make of it, and the bytes to write. */
export interface Change {
  readonly parts: readonly ChangedPart[]
  readonly bytes: Buffer
  /** What was read, and has to be there still. */
  readonly original: Buffer
}

/** A text that changes: a file's, with the byte order mark, or that of a notebook's cell by its number. */
export interface ChangedPart {
  readonly cell: number | null
  readonly before: string
  readonly after: string
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
  /** Why the file was not checked, where findings of that kind are not selected. */
  readonly unchecked: Message | null
  /** Why the file could not be written or judged, where that is so. */
  readonly failure: string | null
}
