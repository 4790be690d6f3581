import type { FileLines } from './file_lines.ts'
import type { FileFindings } from './found.ts'

/** For each finding a text that stays when lines move: its code, its line, and how many such there were before it in the file. */
export function identitiesOf({ source, findings }: FileFindings, lines: FileLines): readonly string[] {
  const counts = new Map<string, number>()
  return findings.map(({ code, span }) => {
    const { start, end } = lines.line(lines.row(span.start))
    const identity = `${code} ${source.slice(start, end).trim()}`
    const before = counts.get(identity) ?? 0
    counts.set(identity, before + 1)
    return `${identity} ${before}`
  })
}
