import type { Certificate } from '../kernel/certificate.ts'
import type { Node } from '../python/node.ts'
import type { SyntaxTree } from '../python/parser.ts'
import type { Library } from '../python/resolver.ts'
import { applyEdits, type Edited, withoutOverlaps } from '../text/edit.ts'
import type { Draft } from './draft.ts'
import { callReader, openFile, type SourceFile } from './source_file.ts'

export type Parse = (source: string) => SyntaxTree

/**
 * Certifies drafts on the file as it will be: with all of their edits applied, parsed and resolved anew. A draft that
 * fails is taken out and the others are certified again, since its edits may have been what they leaned on.
 */
export function certifyDrafts(
  file: SourceFile,
  drafts: readonly Draft[],
  parse: Parse,
  library: Library,
): ReadonlyMap<Draft, Certificate> {
  const failed = new Map<Draft, Certificate>()
  for (let left = withoutOverlaps(drafts, draft => draft.edits); left.length > 0; ) {
    const results = certifyTogether(file, left, parse, library)
    if (!results) {
      const [only, ...others] = left
      if (only && others.length === 0) return failed
      left = left.filter(draft => certifyTogether(file, [draft], parse, library))
      if (certifyTogether(file, left, parse, library)) continue
      return failed
    }
    const fails = (draft: Draft) => results.get(draft)?.status !== 'proved'
    const groups = new Set(left.filter(fails).flatMap(draft => draft.group ?? []))
    const passed = left.filter(draft => !fails(draft) && (draft.group === null || !groups.has(draft.group)))
    const kept = new Set(passed)
    if (passed.length === left.length) return new Map([...failed, ...results])
    for (const [draft, certificate] of results) if (!kept.has(draft)) failed.set(draft, certificate)
    left = passed
  }
  return failed
}

/** Null when the file would not parse. */
function certifyTogether(
  file: SourceFile,
  drafts: readonly Draft[],
  parse: Parse,
  library: Library,
): ReadonlyMap<Draft, Certificate> | null {
  const edited = applyEdits(file.text, [...new Set(drafts.map(draft => draft.edits))].flat())
  const tree = parse(edited.text)
  if (tree.errors.length > 0) return null
  const after = openFile(tree, library)
  const calls = callsByStart(tree.nodes)
  return new Map(drafts.map(draft => [draft, certifyDraft(file, draft, edited, after, calls)]))
}

function callsByStart(nodes: readonly Node[]): ReadonlyMap<number, readonly Node[]> {
  const calls = new Map<number, Node[]>()
  for (const node of nodes) if (node.type === 'call') calls.set(node.start, [...(calls.get(node.start) ?? []), node])
  return calls
}

function certifyDraft(
  file: SourceFile,
  { api, call: before, original, callee }: Draft,
  edited: Edited,
  after: SourceFile,
  calls: ReadonlyMap<number, readonly Node[]>,
): Certificate {
  const { start } = edited.placeOf(callee)
  const end = edited.moved(before.child('function')?.end ?? before.end)
  // The outermost call that begins here and whose callee lies in what was written.
  const call = calls.get(start)?.find(each => (each.child('function')?.end ?? Number.POSITIVE_INFINITY) <= end)
  if (!call) return { status: 'unknown', statement: { id: 'proof.unknown', reason: 'not-read' }, assumes: [] }
  const moved = { ...original, reader: callReader(file, edited.moved) }
  return api.certify(moved, call, callReader(after))
}
