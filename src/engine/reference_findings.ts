import { createLines } from '../text/lines.ts'
import { span } from '../text/span.ts'
import { type Code, codes } from './codes.ts'
import type { Finding, Note } from './finding.ts'
import type { Message } from './message.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Findings for references that are not certain calls: TSP308 for what may be torch's, TSP301 for what is not called. */
export function referenceFindings(file: SourceFile, references: readonly Reference[]): readonly Finding[] {
  return references.flatMap(reference => {
    if (reference.certainty === 'possible') return [possible(file, reference)]
    return reference.call ? [] : [finding('TSP301', reference, { id: 'reference.not-call' }, [])]
  })
}

function possible(file: SourceFile, reference: Reference): Finding {
  const lines = createLines(file.text)
  const notes = reference.doubts.map((binding): Note => {
    const line = lines.row(binding.node.start)
    return { subject: '', message: { id: 'reference.binding', name: binding.name, line } }
  })
  return finding('TSP308', reference, { id: 'reference.possible', callee: file.resolver.text(reference.node) }, notes)
}

function finding(code: Code, { last }: Reference, message: Message, notes: readonly Note[]): Finding {
  const { name, severity } = codes[code]
  return {
    code,
    name,
    severity,
    span: span(last.start, last.end),
    message,
    notes,
    fix: null,
    certificate: null,
    rejected: [],
  }
}
