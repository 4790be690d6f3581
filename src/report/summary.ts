import type { Locale } from '../messages/locale.ts'
import type { Offer, Tally } from '../messages/report.ts'
import { say } from '../messages/say.ts'

/** How a run that applied fixes ended. */
export interface Applied {
  readonly fixed: number
  readonly left: Tally
}

/** The last line of a run that only looked. */
export function foundSummary(tally: Tally, unsafeToo: boolean, locale: Locale): string {
  if (tally.total === 0) return say({ id: 'summary.none' }, locale)
  return say({ id: 'summary.found', tally, offer: offerOf(tally, unsafeToo) }, locale)
}

/** The last line of a run that fixed. */
export function fixedSummary({ fixed, left }: Applied, locale: Locale): string {
  return fixed > 0 ? say({ id: 'summary.fixed', fixed, left }, locale) : foundSummary(left, false, locale)
}

/** The last line of a run that showed what it would fix. */
export function diffSummary({ fixed, left }: Applied, locale: Locale): string {
  return fixed > 0 ? say({ id: 'summary.would-fix', fixed, left }, locale) : foundSummary(left, false, locale)
}

function offerOf({ safe, unsafe }: Tally, unsafeToo: boolean): Offer | null {
  if (safe > 0 && !unsafeToo) return { flags: '--fix', count: safe }
  return safe + unsafe > 0 ? { flags: '--fix --unsafe-fixes', count: safe + unsafe } : null
}
