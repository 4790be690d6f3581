import type { Finding } from './finding.ts'
import type { SourceFile } from './source_file.ts'

/** The findings without the fixes that would also change what is not to be reported: a fix of several is applied whole, or not at all. */
export function withholdFixes(
  file: SourceFile,
  findings: readonly Finding[],
  silenced: readonly Finding[],
): readonly Finding[] {
  const owners = new Map(silenced.flatMap(finding => (finding.fix ? [[finding.fix.edits, finding] as const] : [])))
  if (owners.size === 0) return findings
  return findings.map(finding => {
    const owner = finding.fix && owners.get(finding.fix.edits)
    if (!owner) return finding
    const message = { id: 'fix.withheld', code: owner.code, line: file.lines.row(owner.span.start) } as const
    return { ...finding, fix: null, notes: [{ subject: '', message }, ...finding.notes] }
  })
}
