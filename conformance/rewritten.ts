import type { Checker } from '../src/engine/checker.ts'
import { applyEdits } from '../src/text/edit.ts'
import { toOffset } from '../src/text/span.ts'

/** A file and one call in it, after all fixes. */
export interface Rewritten {
  readonly source: string
  readonly call: string
}

interface Place {
  readonly source: string
  readonly call: string
  readonly start: number
}

/** The call as it stands in the fixed file; null where there is no fix. */
export function rewritten(checker: Checker, { source, call, start }: Place): Rewritten | null {
  const { text, applied } = checker.fix(source, 'unsafe')
  if (applied.length === 0) return null
  const edited = applyEdits(
    source,
    applied.flatMap(({ fix }) => fix?.edits ?? []),
  )
  if (edited.text !== text) throw new Error(`fixed in two rounds: ${call}`)
  const [from, to] = [start, start + call.length].map(offset => edited.moved(toOffset(offset)))
  return { source: text, call: text.slice(from, to) }
}
