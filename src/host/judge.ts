import type { Applied, Checker, Fixed } from '../engine/checker.ts'
import type { Finding } from '../engine/finding.ts'
import { isWanted } from '../engine/fix_source.ts'
import type { Loader } from '../engine/loader.ts'
import type { Options } from '../engine/options.ts'
import type { Asker } from './asker.ts'
import type { Cache } from './cache.ts'
import type { Source } from './decoded.ts'
import { cellTexts, foundIn } from './layout.ts'
import type { ChangedPart, Mode, Outcome } from './outcome.ts'

/** A source to be judged, and all that bears on it. */
export interface Case {
  /** As shown. */
  readonly path: string
  readonly absolute: string
  readonly source: Source
  readonly options: Options
  readonly loader: Loader | undefined
}

/** Whether the parser broke: what it says is about its memory, and it answers nothing more in this thread. */
export function isBroken(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError'
}

/** Whether a checker for sound Python met something else. */
export function needsGrammar(error: unknown): boolean {
  return error instanceof Error && error.name === 'GrammarMissing'
}

/**
 * Checks a source, and applies its fixes where they are asked for; nothing is written.
 * @throws WebAssembly.RuntimeError when the parser broke
 * @throws GrammarMissing when the checker has no grammar and the source, or a module that it imports, needs it
 */
export async function judge(checker: Checker, about: Case, mode: Mode, cache: Cache): Promise<Outcome> {
  try {
    if (mode.kind === 'look') return look(checker, about, cache)
    const asker = mode.kind === 'fix' ? mode.asker : undefined
    return outcomeOf(about, asker ? await ask(checker, about, mode.applied, asker) : fix(checker, about, mode.applied))
  } catch (error) {
    if (isBroken(error) || needsGrammar(error)) throw error
    // A defect of ours in one file is no reason to leave the others unchecked.
    const reason = error instanceof Error ? error.message : String(error)
    return { ...unchanged(about, []), failure: `internal error, please report it: ${reason}` }
  }
}

/** What an earlier run found, where that is known and leaves nothing to be fixed. */
export function remembered(about: Case, mode: Mode, cache: Cache): Outcome | null {
  const known = cache.find({ ...about, bytes: about.source.bytes })
  if (!known || (mode.kind !== 'look' && known.findings.some(finding => isWanted(finding, mode.applied)))) return null
  return { ...unchanged(about, known.findings), handsOn: known.handsOn }
}

function look(checker: Checker, about: Case, cache: Cache): Outcome {
  const analysis = checker.analyse(about.source.text, about.options, about.loader)
  cache.keep({ ...about, bytes: about.source.bytes }, analysis)
  return { ...unchanged(about, analysis.findings), handsOn: analysis.handsOn }
}

function fix(checker: Checker, { source, options, loader }: Case, applied: Applied): Fixed {
  return checker.fix(source.text, applied, options, loader)
}

async function ask(checker: Checker, about: Case, applied: Applied, asker: Asker): Promise<Fixed> {
  const { source, options, loader } = about
  const offers = checker.offerFixes(source.text, applied, options, loader)
  let step = offers.next()
  while (!step.done) {
    const { findings, text } = step.value
    step = offers.next(await asker.ask(unchanged(about, findings, text).found))
  }
  return step.value
}

function outcomeOf(about: Case, fixed: Fixed): Outcome {
  const { source } = about
  const { handsOn } = fixed
  if (fixed.text === source.text) return { ...unchanged(about, fixed.remaining), handsOn }
  return {
    ...unchanged(about, fixed.remaining, fixed.text),
    handsOn,
    fixed: fixed.applied.length,
    change: {
      parts: partsOf(source, fixed.text),
      bytes: source.encode(fixed.text),
      original: source.bytes,
    },
  }
}

/** The outcome without a change. */
function unchanged({ path, absolute, source }: Case, findings: readonly Finding[], text = source.text): Outcome {
  const found = { path, absolute, ...foundIn(text, findings, source.layout) }
  return { found, fixed: 0, change: null, handsOn: [], unchecked: null, failure: null }
}

/** What is to be shown as changed: of a notebook, the cells that do. */
function partsOf({ bom, text, layout }: Source, after: string): readonly ChangedPart[] {
  if (!layout) return [{ cell: null, before: bom + text, after: bom + after }]
  const fixed = cellTexts(layout(after))
  const parts = cellTexts(layout(text)).map(({ cell, code }, at) => ({
    cell,
    before: code,
    after: fixed[at]?.code ?? '',
  }))
  return parts.filter(part => part.before !== part.after)
}
