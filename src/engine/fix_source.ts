import { applyEdits, withoutOverlaps } from '../text/edit.ts'
import type { Analysis } from './check_source.ts'
import type { Finding } from './finding.ts'

/** Which fixes to apply: only the safe ones, or the unsafe ones too. */
export type Applied = 'safe' | 'unsafe'

export interface Fixed {
  /** The text after all fixes; the input's own text when nothing was applied. */
  readonly text: string
  /** What was found before, in input positions. */
  readonly findings: readonly Finding[]
  /** Names by which other modules may import the class from the input. */
  readonly handsOn: readonly string[]
  /** The findings whose fixes are in `text`, each in the positions of its round's text. */
  readonly applied: readonly Finding[]
  /** What is left to find in `text`, in its positions. */
  readonly remaining: readonly Finding[]
}

/** How a text is looked at. */
export interface Looks {
  readonly analyse: (source: string) => Analysis
  readonly parses: (source: string) => boolean
}

/** How often a text is fixed anew before it counts as one that does not settle. */
export const mostRounds = 10

/**
 * Applies fixes round by round until none is left; a fix that writes over another waits for the next round.
 * All or nothing: a text that does not settle, or that would no longer parse, stays as it was.
 */
export function fixSource(source: string, applied: Applied, { analyse, parses }: Looks): Fixed {
  const { findings, handsOn } = analyse(source)
  const seen = new Set([source])
  let current: Fixed = { text: source, findings, handsOn, applied: [], remaining: findings }
  for (let round = 0; round < mostRounds; round++) {
    const chosen = choose(current.remaining, applied)
    if (chosen.length === 0) return current
    const { text } = applyEdits(current.text, [...new Set(chosen.map(({ fix }) => fix?.edits ?? []))].flat())
    const remaining = analyse(text).findings
    if (seen.has(text) || !parses(text)) break
    seen.add(text)
    current = { text, findings, handsOn, applied: [...current.applied, ...chosen], remaining }
  }
  return { text: source, findings, handsOn, applied: [], remaining: findings }
}

/** The fixes of one round: those asked for, without any that overlaps an earlier one. */
function choose(findings: readonly Finding[], applied: Applied): readonly Finding[] {
  const wanted = findings.filter(finding => isWanted(finding, applied))
  return withoutOverlaps(wanted, ({ fix }) => fix?.edits ?? [])
}

/** Whether a finding has a fix of those that are to be applied. */
export function isWanted({ fix }: Finding, applied: Applied): boolean {
  return fix !== null && (fix.applicability === 'safe' || applied === 'unsafe')
}
