import type { Related } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import type { Finding, Note } from './finding.ts'
import { makeFinding } from './make_finding.ts'
import type { Message } from './message.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Findings for references that are not certain calls: TSP308 for what may be torch's, TSP301 for what is not called. */
export function referenceFindings(file: SourceFile, references: readonly Reference[]): readonly Finding[] {
  return references.flatMap(reference => {
    if (reference.certainty === 'possible') return [possible(file, reference)]
    return reference.call ? [] : [makeFinding('TSP301', reference.last, { id: 'reference.not-call' })]
  })
}

function possible(file: SourceFile, reference: Reference): Finding {
  const notes = reference.doubts.map((binding): Note => {
    const line = file.lines.row(binding.node.start)
    return { subject: '', message: { id: 'reference.binding', name: binding.name, line } }
  })
  return makeFinding(
    'TSP308',
    reference.last,
    { id: 'reference.possible', callee: file.resolver.text(reference.node) },
    { notes },
  )
}

/** Findings for places that take the class of what may be a layer: TSP308 where it is called there, else TSP301. */
export function takenClassFindings({ resolver }: SourceFile, taken: readonly Node[]): readonly Finding[] {
  return taken.map(node => {
    const last = node.child('attribute') ?? node.child('function') ?? node
    const isCalled = node.parent?.type === 'call' && node.field === 'function'
    return isCalled
      ? makeFinding('TSP308', last, { id: 'reference.possible', callee: resolver.text(node) })
      : makeFinding('TSP301', last, { id: 'reference.not-call' })
  })
}

/** Findings for other names of torch's that do the layer's work. */
export function relatedFindings(references: readonly Reference[], code: Related['code']): readonly Finding[] {
  return references.map(({ last }) => makeFinding(code, last, { id: relatedMessages[code] }))
}

const relatedMessages = {
  TSP306: 'related.functional',
  TSP307: 'related.lazy',
} as const satisfies Readonly<Record<Related['code'], Message['id']>>
