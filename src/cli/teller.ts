import type { Mode, Outcome } from '../host/outcome.ts'
import type { Locale } from '../messages/locale.ts'
import { paintDiff, unifiedDiff } from '../report/diff.ts'
import { createJsonReporter } from '../report/json.ts'
import { type Applied, diffSummary, fixedSummary, foundSummary } from '../report/summary.ts'
import { createTextReporter } from '../report/text.ts'
import type { OutputFormat } from './flags.ts'

/** How a run is told. */
export interface Telling {
  readonly mode: Mode
  readonly format: OutputFormat
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
  return telling.format === 'json' ? jsonTeller(telling) : textTeller(telling)
}

function diffTeller({ locale, colours, out, err }: Telling): Teller {
  const paint = paintDiff(colours)
  return {
    file: ({ found, change }) => change && out(paint(unifiedDiff(found.path, change.before, change.after))),
    end: ended => ended && err(`${diffSummary(ended, locale)}\n`),
  }
}

function jsonTeller({ out }: Telling): Teller {
  const reporter = createJsonReporter()
  return { file: ({ found }) => out(reporter.file(found)), end: () => out(reporter.end()) }
}

function textTeller({ mode, unsafeToo, locale, colours, out }: Telling): Teller {
  const reporter = createTextReporter({ colours, locale })
  const summary = (ended: Applied) =>
    mode.kind === 'look' ? foundSummary(ended.left, unsafeToo, locale) : fixedSummary(ended, locale)
  return {
    file: ({ found }) => out(reporter.file(found)),
    end: ended => {
      out(reporter.end())
      if (ended) out(`${summary(ended)}\n`)
    },
  }
}
