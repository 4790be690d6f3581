import type { Finding } from '../engine/finding.ts'
import type { Span } from '../text/span.ts'

/** A cell of a notebook: which one, from 1, cells that are no code among them; and where its text stands in the source. */
export interface Cell {
  readonly index: number
  readonly span: Span
}

/** What was found in one file. */
export interface FileFindings {
  /** As shown to people. */
  readonly path: string
  readonly absolute: string
  /** The text that the findings' offsets count in; empty for a file that could not be read. */
  readonly source: string
  /** The cells of a notebook, in order, whose texts are the source. */
  readonly cells?: readonly Cell[]
  readonly findings: readonly Finding[]
}
