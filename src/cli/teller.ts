import type { ChangedPart, Mode, Outcome } from '../host/outcome.ts'
import type { Locale } from '../messages/locale.ts'
import { paintDiff, unifiedDiff } from '../report/diff.ts'
import type { Failure, Reporter } from '../report/reporter.ts'
import { type Applied, diffSummary, fixedSummary, foundSummary } from '../report/summary.ts'
import type { OutputFormat } from './flags.ts'

/** How a run is told. */
export interface Telling {
  readonly mode: Mode
  readonly format: OutputFormat
  readonly reporter: Reporter
  readonly unsafeToo: boolean
  readonly locale: Locale
  readonly colours: boolean
  /** Takes findings or diffs. */
  out(text: string): void
  err(text: string): void
}

/** Tells of each file, and at the end of all of them; `null` for an end without a summary. */
export interface Teller {
  file(outcome: Outcome): void
  end(ended: Applied | null): void
}

export function createTeller(telling: Telling): Teller {
  if (telling.mode.kind === 'diff') return diffTeller(telling)
  return reportTeller(telling)
}

function diffTeller({ locale, colours, out, err }: Telling): Teller {
  const paint = paintDiff(colours)
  const diff = (path: string, { cell, before, after }: ChangedPart) =>
    out(paint(unifiedDiff(cell === null ? path : `${path}:cell ${cell}`, before, after)))
  return {
    file: ({ found, change }) => {
      for (const part of change?.parts ?? []) diff(found.path, part)
    },
    end: ended => ended && err(`${diffSummary(ended, locale)}\n`),
  }
}

function reportTeller({ mode, format, reporter, unsafeToo, locale, out }: Telling): Teller {
  const failures: Failure[] = []
  const summary = (ended: Applied) =>
    mode.kind === 'look' ? foundSummary(ended.left, unsafeToo, locale) : fixedSummary(ended, locale)
  return {
    file: ({ found, failure }) => {
      if (failure !== null) failures.push({ path: found.absolute, reason: failure })
      out(reporter.file(found))
    },
    end: ended => {
      out(reporter.end(failures))
      if (ended && format === 'text') out(`${summary(ended)}\n`)
    },
  }
}
