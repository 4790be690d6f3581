import { openReportFile } from '../host/report_file.ts'
import { type Output, wantsColours } from './output.ts'

/** What takes a report. */
export interface Sink {
  readonly colours: boolean
  out(text: string): void
  /** Gives the reason when not all could be written. */
  close(): string | null
}

/**
 * The file where there is one; else standard output, or standard error where that is taken.
 * @throws UsageError when the file cannot be written
 */
export function openSink(file: string | undefined, { out, err }: Output, isTaken: boolean): Sink {
  const close = () => null
  if (file === undefined && isTaken) return { colours: wantsColours(process.stderr), out: err, close }
  if (file === undefined) return { colours: wantsColours(process.stdout), out, close }
  const report = openReportFile(file)
  return { colours: false, out: report.write, close: report.close }
}
