import { closeSync, openSync, writeFileSync } from 'node:fs'
import { reasonOf } from './failure.ts'
import { UsageError } from './usage_error.ts'

/** A file that takes a report, piece by piece. */
export interface ReportFile {
  write(text: string): void
  /** Gives the reason when not all could be written. */
  close(): string | null
}

/**
 * Opens a file for a report, over what is there.
 * @throws UsageError when that cannot be done
 */
export function openReportFile(path: string): ReportFile {
  const file = opened(path)
  let reason: string | null = null
  const attempt = (action: () => void) => {
    try {
      action()
    } catch (error) {
      reason ??= reasonOf(error)
    }
  }
  return {
    // A full disk is no reason to leave files unfixed: it is told at the end.
    write: text => attempt(() => reason ?? writeFileSync(file, text)),
    close: () => {
      attempt(() => closeSync(file))
      return reason === null ? null : `${path}: the report cannot be written: ${reason}`
    },
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw new UsageError(`${path}: the report cannot be written: ${reasonOf(error)}`)
  }
}
