import type { Applied, Checker } from '../engine/checker.ts'
import type { Finding } from '../engine/finding.ts'
import type { Loader } from '../engine/loader.ts'
import type { Options } from '../engine/options.ts'
import type { Source } from './decoded.ts'
import type { Mode, Outcome } from './outcome.ts'

/** A source to be judged, and all that bears on it. */
export interface Case {
  /** As shown. */
  readonly path: string
  readonly absolute: string
  readonly source: Source
  readonly options: Options
  readonly loader: Loader | undefined
}

/** Checks a source, and applies its fixes where they are asked for; nothing is written. */
export function judge(checker: Checker, about: Case, mode: Mode): Outcome {
  try {
    return mode.kind === 'look' ? look(checker, about) : fix(checker, about, mode.applied)
  } catch (error) {
    // A defect of ours in one file is no reason to leave the others unchecked.
    const reason = error instanceof Error ? error.message : String(error)
    return { ...unchanged(about, []), failure: `internal error, please report it: ${reason}` }
  }
}

function look(checker: Checker, about: Case): Outcome {
  const { findings, handsOn } = checker.analyse(about.source.text, about.options, about.loader)
  return { ...unchanged(about, findings), handsOn }
}

function fix(checker: Checker, about: Case, applied: Applied): Outcome {
  const { source, options, loader } = about
  const fixed = checker.fix(source.text, applied, options, loader)
  const { handsOn } = fixed
  if (fixed.text === source.text) return { ...unchanged(about, fixed.remaining), handsOn }
  return {
    ...unchanged(about, fixed.remaining, fixed.text),
    handsOn,
    fixed: fixed.applied.length,
    change: {
      before: source.bom + source.text,
      after: source.bom + fixed.text,
      bytes: source.encode(fixed.text),
      original: source.bytes,
    },
  }
}

/** The outcome without a change. */
function unchanged({ path, absolute, source }: Case, findings: readonly Finding[], text = source.text): Outcome {
  return { found: { path, absolute, source: text, findings }, fixed: 0, change: null, handsOn: [], failure: null }
}
