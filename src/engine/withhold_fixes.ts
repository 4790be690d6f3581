import type { SyntaxTree } from '../python/parser.ts'
import { createLines } from '../text/lines.ts'
import type { Finding } from './finding.ts'

/** The findings without the fixes that would also change what is not to be reported: a fix of several is applied whole, or not at all. */
export function withholdFixes(
  { source }: SyntaxTree,
  findings: readonly Finding[],
  silenced: readonly Finding[],
): readonly Finding[] {
  const owners = new Map(silenced.flatMap(finding => (finding.fix ? [[finding.fix.edits, finding] as const] : [])))
  if (owners.size === 0) return findings
  const lines = createLines(source)
  return findings.map(finding => {
    const owner = finding.fix && owners.get(finding.fix.edits)
    if (!owner) return finding
    const message = { id: 'fix.withheld', code: owner.code, line: lines.row(owner.span.start) } as const
    return { ...finding, fix: null, notes: [{ subject: '', message }, ...finding.notes] }
  })
}
