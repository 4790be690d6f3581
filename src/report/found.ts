import type { Finding } from '../engine/finding.ts'

/** What was found in one file. */
export interface FileFindings {
  /** As shown to people. */
  readonly path: string
  readonly absolute: string
  /** The text that the findings' offsets count in; empty for a file that could not be read. */
  readonly source: string
  readonly findings: readonly Finding[]
}
