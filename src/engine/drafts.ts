import type { Certificate } from '../kernel/certificate.ts'
import type { Api } from '../mapping/api.ts'
import type { SyntaxTree } from '../python/parser.ts'
import { type Edit, mergeEdits } from '../text/edit.ts'
import type { MappedCall } from './calls.ts'
import type { Certified } from './certified.ts'
import { certifyDrafts } from './certify_drafts.ts'
import type { ClassValue } from './class_values.ts'
import { draftCompat } from './compat_draft.ts'
import { CompatImport, compatPath } from './compat_import.ts'
import { type Draft, draftCall, needsPackage } from './draft.ts'
import { FileImports } from './file_imports.ts'
import { type Group, groupReferences, type Link } from './groups.ts'
import type { Libraries } from './libraries.ts'
import { MindSporeImport } from './mindspore_import.ts'
import type { Options } from './options.ts'
import type { Called, Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** What one file's references are judged with. */
export interface Judge {
  readonly api: Api
  readonly options: Options
  readonly libraries: Libraries
  readonly parse: (source: string) => SyntaxTree
  readonly certified?: Certified | undefined
}

/** What is to be rewritten in one file: calls, and the class itself where the compat class can stand in for it. */
export interface Subjects {
  readonly calls: ReadonlyMap<Called, MappedCall>
  readonly values: readonly ClassValue[]
}

/** Makes the links of a file, given the import by which they may name MindSpore. */
export type MakeLinks = (imports: MindSporeImport) => readonly Link[]

/** The rewrites of one file, drafted and certified. */
export interface Drafts {
  readonly drafts: ReadonlyMap<Reference, Draft>
  readonly certificates: ReadonlyMap<Draft, Certificate>
  /** Links that cannot follow their references, and would change in silence. */
  readonly leftBehind: readonly Link[]
}

/** Writes and certifies all rewrites of a file, those that links join as one. */
export function makeDrafts(file: SourceFile, subjects: Subjects, makeLinks: MakeLinks, judge: Judge): Drafts {
  const { parse, libraries, certified } = judge
  const maker = new DraftMaker(file, subjects, judge)
  const alone = maker.drafts()
  const links = makeLinks(maker.mindspore)
  const canFollow = ({ edits, references }: Link) =>
    edits !== null && references.every(each => alone.get(each)?.likeCounterpart)
  const drafts = joined(alone, groupReferences(links.filter(canFollow)))
  const certificates = certifyDrafts(file, [...drafts.values()], { parse, library: libraries.library, certified })
  return { drafts, certificates, leftBehind: links.filter(link => link.silent && !canFollow(link)) }
}

class DraftMaker {
  readonly mindspore: MindSporeImport
  private readonly file: SourceFile
  private readonly subjects: Subjects
  private readonly api: Api
  private readonly compat: CompatImport | null

  constructor(file: SourceFile, { calls, values }: Subjects, { api, options }: Judge) {
    const isSound = file.tree.errors.length === 0
    const open = [...calls].filter(([{ call }, { kind }]) => kind !== 'blocked' && !call.within('interpolation'))
    this.file = file
    this.api = api
    this.subjects = isSound ? { calls: new Map(open), values } : { calls: new Map(), values: [] }
    const imports = new FileImports(file, [
      ...[...this.subjects.calls.keys()].map(({ call }) => call),
      ...this.subjects.values.map(({ reference }) => reference.node),
    ])
    this.mindspore = new MindSporeImport(imports)
    const path = compatPath(api, options)
    this.compat = path === null ? null : new CompatImport(imports, path)
  }

  drafts(): ReadonlyMap<Reference, Draft> {
    const { calls, values } = this.subjects
    const drafts = new Map<Reference, Draft>()
    for (const [reference, mapped] of calls) {
      const draft = this.draft(reference, mapped)
      if (draft) drafts.set(reference, draft)
    }
    for (const { reference, others } of values) {
      const nodes = [reference, ...others].map(({ node }) => node)
      const draft = this.compat && draftCompat(this.file, nodes, this.compat)
      if (draft) drafts.set(reference, draft)
    }
    return drafts
  }

  private draft({ call, node }: Called, mapped: MappedCall): Draft | null {
    if (mapped.kind === 'compat') return this.compat && draftCompat(this.file, [node], this.compat)
    if (mapped.kind === 'blocked') return null
    const names = this.mindspore.namesFor(call, needsPackage(mapped.recipe))
    return names && draftCall(this.file, call, this.api, mapped.original, mapped.recipe, names)
  }
}

/** Drafts of one group share all of its edits, one list for all of them. */
function joined(alone: ReadonlyMap<Reference, Draft>, groups: readonly Group[]): ReadonlyMap<Reference, Draft> {
  const drafts = new Map(alone)
  for (const group of groups) {
    const edits = editsOf(group, alone)
    for (const each of group.references) {
      const draft = alone.get(each)
      if (draft) drafts.set(each, { ...draft, edits, group })
    }
  }
  return drafts
}

function editsOf({ references, links }: Group, drafts: ReadonlyMap<Reference, Draft>): readonly Edit[] {
  const own = [...references].flatMap(each => drafts.get(each)?.edits ?? [])
  return mergeEdits([...own, ...[...links].flatMap(link => link.edits ?? [])])
}
