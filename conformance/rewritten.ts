import type { Checker } from '../src/engine/checker.ts'
import type { Edit } from '../src/text/edit.ts'

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
  const { text, findings, applied } = checker.fix(source, 'unsafe')
  if (applied.length === 0) return null
  if (applied.some(finding => !findings.includes(finding))) throw new Error(`fixed in two rounds: ${call}`)
  const edits = distinct(applied.flatMap(({ fix }) => fix?.edits ?? []))
  const end = start + call.length
  const before = edits.filter(({ span }) => span.end <= start)
  const within = edits.filter(({ span }) => span.end > start && span.start <= end)
  const from = start + growth(before)
  return { source: text, call: text.slice(from, from + call.length + growth(within)) }
}

const growth = (edits: readonly Edit[]) =>
  edits.reduce((sum, { span, content }) => sum + content.length - (span.end - span.start), 0)

/** Several findings may ask for one import. */
function distinct(edits: readonly Edit[]): readonly Edit[] {
  return [
    ...new Map(edits.map(edit => [JSON.stringify([edit.span.start, edit.span.end, edit.content]), edit])).values(),
  ]
}
