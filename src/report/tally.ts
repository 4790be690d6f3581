import type { Finding } from '../engine/finding.ts'
import type { Count, Tally } from '../messages/report.ts'

export const emptyTally: Tally = { total: 0, safe: 0, unsafe: 0, rest: [] }

/** A tally with more findings in it. */
export function addToTally(tally: Tally, findings: readonly Finding[]): Tally {
  return findings.reduce(addOne, tally)
}

function addOne(tally: Tally, { code, name, fix }: Finding): Tally {
  const total = tally.total + 1
  if (fix?.applicability === 'safe') return { ...tally, total, safe: tally.safe + 1 }
  if (fix?.applicability === 'unsafe') return { ...tally, total, unsafe: tally.unsafe + 1 }
  return { ...tally, total, rest: counted(tally.rest, { code, name, count: 1 }) }
}

function counted(counts: readonly Count[], one: Count): readonly Count[] {
  const before = counts.find(({ code }) => code === one.code)
  const others = counts.filter(count => count !== before)
  return [...others, { ...one, count: (before?.count ?? 0) + 1 }].sort(mostFrequent)
}

const mostFrequent = (a: Count, b: Count) => b.count - a.count || a.code.localeCompare(b.code)
