import type { Edit } from '../text/edit.ts'
import type { Note } from './finding.ts'
import type { Called } from './references.ts'

/** Something around calls that has to change with them: applied all together, or not at all. */
export interface Link {
  readonly calls: readonly Called[]
  /** How it is written for MindSpore; null where that is not certain. */
  readonly edits: readonly Edit[] | null
  /** Whether leaving it as it is would change what the program does without an exception. */
  readonly silent: boolean
  /** What to say to the calls when it cannot change with them. */
  readonly note: Note
}

/** Calls that share links, and the links. */
export interface Group {
  readonly calls: ReadonlySet<Called>
  readonly links: ReadonlySet<Link>
}

/** Puts calls that one link joins into one group; a call without links is in none. */
export function groupCalls(links: readonly Link[]): readonly Group[] {
  const groupOf = new Map<Called, { calls: Set<Called>; links: Set<Link> }>()
  for (const link of links) {
    const joined = { calls: new Set(link.calls), links: new Set([link]) }
    for (const other of new Set(link.calls.flatMap(call => groupOf.get(call) ?? []))) {
      for (const call of other.calls) joined.calls.add(call)
      for (const each of other.links) joined.links.add(each)
    }
    for (const call of joined.calls) groupOf.set(call, joined)
  }
  return [...new Set(groupOf.values())]
}
