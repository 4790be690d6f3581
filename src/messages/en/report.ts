import type { Offer, ReportMessage, Tally } from '../report.ts'
import type { WordsFor } from '../words.ts'
import { clause } from './clause.ts'

export const reportWords: WordsFor<ReportMessage> = {
  'report.fix': ({ applicability }) => `[fix: ${applicability}]`,
  'report.assumes': () => 'assumes',
  'report.refuted': () => 'refuted',
  'ask.fix': ({ applicability, count }) => {
    const kind = applicability === 'unsafe' ? 'unsafe ' : ''
    return count > 1 ? `Apply these ${count} ${kind}fixes, which go together?` : `Apply this ${kind}fix?`
  },
  'ask.apply': () => 'apply it',
  'ask.leave': () => 'leave it',
  'ask.all': () => 'apply it and all that follow',
  'ask.quit': () => 'leave it, stop here, and write what was applied',
  'summary.none': () => 'All checks passed!',
  'summary.found': ({ tally, offer }) => `Found ${tally.total}${kinds(tally)}.${run(offer)}`,
  'summary.fixed': ({ fixed, left }) => `Fixed ${fixed}, ${rest(left)}.`,
  'summary.would-fix': ({ fixed, left }) => `Would fix ${fixed}, ${rest(left)}.`,
}

const rest = (tally: Tally) => (tally.total === 0 ? 'none left' : `${tally.total} left${kinds(tally)}`)

const run = (offer: Offer | null) => (offer ? ` Run with ${offer.flags} to apply ${offer.count}.` : '')

function kinds(tally: Tally): string {
  const parts = [fixes(tally), needing(tally)].filter(part => part !== '')
  return parts.length > 0 ? ` (${parts.join('; ')})` : ''
}

function fixes({ safe, unsafe }: Tally): string {
  if (safe === 0) return unsafe > 0 ? `${unsafe} with an unsafe fix` : ''
  return `${safe} with a safe fix${unsafe > 0 ? `, ${unsafe} unsafe` : ''}`
}

function needing({ rest }: Tally): string {
  const total = rest.reduce((sum, { count }) => sum + count, 0)
  const names = rest.map(({ code, name, count }) => {
    const kind = `${code} ${name.replaceAll('-', ' ')}`
    return rest.length > 1 ? `${count} ${kind}` : kind
  })
  return clause(names, total === 1 ? '1 needs you: ' : `${total} need you: `)
}
