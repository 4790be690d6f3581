import type { FileFindings } from './found.ts'

/** A file that could not be judged or written. */
export interface Failure {
  /** Absolute. */
  readonly path: string
  readonly reason: string
}

/** One output format: text to be written for each file as it is done, so that a whole repository never lies in memory. */
export interface Reporter {
  file(found: FileFindings): string
  /** What follows the last file. */
  end(failures?: readonly Failure[]): string
}
