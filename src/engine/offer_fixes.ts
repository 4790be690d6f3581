import { applyEdits } from '../text/edit.ts'
import type { Offset } from '../text/span.ts'
import type { Finding } from './finding.ts'
import { type Applied, type Fixed, isWanted, type Looks, mostRounds } from './fix_source.ts'

/** A fix that is offered: the findings that only change together, and the text that they are in. */
export interface Offered {
  readonly text: string
  readonly findings: readonly Finding[]
}

/** `abandon`: take back what was applied, and offer no more. */
export type Answer = 'apply' | 'leave' | 'abandon'

/**
 * Offers the fixes of a text one by one, in its order. After each that is applied the text is analysed again, so that what
 * follows is certified in the new one; one that is left is not offered again.
 */
export function* offerFixes(
  source: string,
  applied: Applied,
  { analyse, parses }: Looks,
): Generator<Offered, Fixed, Answer> {
  const { findings, handsOn } = analyse(source)
  const untouched: Fixed = { text: source, findings, handsOn, applied: [], remaining: findings }
  const seen = new Set([source])
  let current = untouched
  let left: ReadonlySet<Offset> = new Set()
  // Bounded, as the rounds of fixSource are: nothing else says that fixes come to an end.
  for (let offers = mostRounds * findings.length; offers > 0; offers--) {
    const offered = firstOffer(current.remaining, applied, left)
    if (offered.length === 0) break
    const answer = yield { text: current.text, findings: offered }
    if (answer === 'abandon') return untouched
    const { text, moved } = applyEdits(current.text, answer === 'apply' ? (offered[0]?.fix?.edits ?? []) : [])
    if (seen.has(text) || !parses(text)) {
      left = new Set([...left, ...offered.map(({ span }) => span.start)])
    } else {
      seen.add(text)
      left = new Set([...left].map(moved))
      current = { ...current, text, applied: [...current.applied, ...offered], remaining: analyse(text).findings }
    }
  }
  return current
}

/** The first finding with a fix to offer, and all that share its edits; none when there is none. */
function firstOffer(findings: readonly Finding[], applied: Applied, left: ReadonlySet<Offset>): readonly Finding[] {
  const first = findings.find(finding => isWanted(finding, applied) && !left.has(finding.span.start))
  return first ? findings.filter(({ fix }) => fix && fix.edits === first.fix?.edits) : []
}
