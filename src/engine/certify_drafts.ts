import type { Certificate } from '../kernel/certificate.ts'
import type { Library } from '../python/library.ts'
import type { SyntaxTree } from '../python/parser.ts'
import { applyEdits, withoutOverlaps } from '../text/edit.ts'
import type { Certified } from './certified.ts'
import type { Draft } from './draft.ts'
import { RewrittenFile } from './rewritten_file.ts'
import type { SourceFile } from './source_file.ts'

/** What rewritten text is read with. */
export interface Reading {
  readonly parse: (source: string) => SyntaxTree
  readonly library: Library
  /** What is known from a text before, where one document is followed through its changes. */
  readonly certified?: Certified | undefined
}

/**
 * Certifies drafts on the file as it will be: with all of their edits applied, parsed and resolved anew. A draft that
 * fails is taken out and the others are certified again, since its edits may have been what they leaned on.
 */
export function certifyDrafts(
  file: SourceFile,
  drafts: readonly Draft[],
  reading: Reading,
): ReadonlyMap<Draft, Certificate> {
  const failed = new Map<Draft, Certificate>()
  for (let left = withoutOverlaps(drafts, draft => draft.edits); left.length > 0; ) {
    const results = certifyTogether(file, left, reading)
    if (!results) {
      const [only, ...others] = left
      if (only && others.length === 0) return failed
      left = left.filter(draft => certifyTogether(file, [draft], { ...reading, certified: undefined }))
      if (certifyTogether(file, left, reading)) continue
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
  { parse, library, certified }: Reading,
): ReadonlyMap<Draft, Certificate> | null {
  const certify = () => certificatesOf(file, drafts, parse, library)
  const certificates = certified ? certified.of(file, drafts, certify) : certify()
  return certificates && new Map(drafts.flatMap((draft, index) => pairOf(draft, certificates[index])))
}

function pairOf(draft: Draft, certificate: Certificate | undefined): readonly (readonly [Draft, Certificate])[] {
  return certificate ? [[draft, certificate]] : []
}

function certificatesOf(
  file: SourceFile,
  drafts: readonly Draft[],
  parse: Reading['parse'],
  library: Library,
): readonly Certificate[] | null {
  const edited = applyEdits(file.text, [...new Set(drafts.map(draft => draft.edits))].flat())
  const tree = parse(edited.text)
  if (tree.errors.length > 0) return null
  const rewritten = new RewrittenFile(edited, tree, library)
  return drafts.map(draft => draft.certify(rewritten))
}
