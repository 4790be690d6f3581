import type { Edit } from '../text/edit.ts'
import type { Note } from './finding.ts'
import type { Reference } from './references.ts'

/** Something around references that has to change with them: applied all together, or not at all. */
export interface Link {
  readonly references: readonly Reference[]
  /** How it is written for MindSpore; null where that is not certain. */
  readonly edits: readonly Edit[] | null
  /** Whether leaving it as it is would change what the program does without an exception. */
  readonly silent: boolean
  /** What to say to the references when it cannot change with them. */
  readonly note: Note
}

/** References that share links, and the links. */
export interface Group {
  readonly references: ReadonlySet<Reference>
  readonly links: ReadonlySet<Link>
}

/** Puts references that one link joins into one group; one without links is in none. */
export function groupReferences(links: readonly Link[]): readonly Group[] {
  const groupOf = new Map<Reference, { references: Set<Reference>; links: Set<Link> }>()
  for (const link of links) {
    const joined = { references: new Set(link.references), links: new Set([link]) }
    for (const other of new Set(link.references.flatMap(each => groupOf.get(each) ?? []))) {
      for (const each of other.references) joined.references.add(each)
      for (const each of other.links) joined.links.add(each)
    }
    for (const each of joined.references) groupOf.set(each, joined)
  }
  return [...new Set(groupOf.values())]
}
