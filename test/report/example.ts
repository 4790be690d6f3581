import type { Finding, Fix } from '../../src/engine/finding.ts'
import type { FileFindings } from '../../src/report/found.ts'
import type { Edit } from '../../src/text/edit.ts'
import { span } from '../../src/text/span.ts'

/** A finding as plain as can be at a piece of the source, with what a test is about. */
export function findingAt(source: string, piece: string, more: Partial<Finding> = {}): Finding {
  const start = source.indexOf(piece)
  return {
    code: 'TSP101',
    name: 'conv-transpose1d',
    severity: 'warning',
    span: span(start, start + piece.length),
    message: { id: 'call.plain' },
    notes: [],
    fix: null,
    certificate: null,
    rejected: [],
    ...more,
  }
}

/** Replaces the first place of a piece of the source. */
export function replace(source: string, piece: string, content: string): Edit {
  const start = source.indexOf(piece)
  return { span: span(start, start + piece.length), content }
}

/** Inserts before the first place of a piece of the source. */
export function insert(source: string, before: string, content: string): Edit {
  const start = source.indexOf(before)
  return { span: span(start, start), content }
}

export function fix(...edits: readonly Edit[]): Fix {
  return { applicability: 'safe', message: { id: 'fix.replace', call: 'nn.Conv1dTranspose()' }, edits }
}

export function fileOf(source: string, ...findings: readonly Finding[]): FileFindings {
  return { path: 'pkg/model.py', absolute: '/repo/pkg/model.py', source, findings }
}
