import type { Certificate } from '../kernel/certificate.ts'
import type { Api } from '../mapping/api.ts'
import { type Edit, mergeEdits } from '../text/edit.ts'
import { type MappedCall, mapCall } from './calls.ts'
import { certifyDrafts, type Parse } from './certify_drafts.ts'
import { isDoubtful } from './doubtful.ts'
import { type Draft, draftCall, needsPackage } from './draft.ts'
import type { Applicability, Finding, Fix, Note } from './finding.ts'
import { type Group, groupCalls, type Link } from './groups.ts'
import type { Libraries } from './libraries.ts'
import { makeFinding } from './make_finding.ts'
import { MindSporeImport } from './mindspore_import.ts'
import type { Options } from './options.ts'
import type { Called } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** What one file's calls are judged with. */
export interface Judge {
  readonly api: Api
  readonly options: Options
  readonly libraries: Libraries
  readonly parse: Parse
}

/** The findings of a file's calls, and the fix of what is linked to them. */
export interface JudgedCalls {
  readonly findings: readonly Finding[]
  /** The fix that changes the link together with its calls; null where it cannot follow them. */
  fixOfLink(link: Link): Fix | null
}

/** Makes the links of a file, given the import by which they may name MindSpore. */
export type MakeLinks = (imports: MindSporeImport) => readonly Link[]

/** Maps, rewrites and certifies every certain call: one finding each, with its fix or what stands in the way. */
export function judgeCalls(
  file: SourceFile,
  called: readonly Called[],
  makeLinks: MakeLinks,
  judge: Judge,
): JudgedCalls {
  return new Court(file, called, makeLinks, judge)
}

class Court implements JudgedCalls {
  readonly findings: readonly Finding[]
  private readonly file: SourceFile
  private readonly mapped: ReadonlyMap<Called, MappedCall>
  private readonly drafts: ReadonlyMap<Called, Draft>
  /** What is linked to calls, cannot follow them, and would change in silence. */
  private readonly behind = new Map<Called, Note[]>()
  private readonly applicabilities = new Map<Group, Applicability | null>()
  private readonly groupEdits = new Map<Group, readonly Edit[]>()
  private readonly groups = new Map<Called, Group>()
  private readonly certificates: ReadonlyMap<Draft, Certificate>

  constructor(file: SourceFile, called: readonly Called[], makeLinks: MakeLinks, judge: Judge) {
    const { api, options, libraries, parse } = judge
    this.file = file
    this.mapped = new Map(called.map(each => [each, mapCall(file, each.call, api, options)]))
    const imports = new MindSporeImport(
      file,
      this.open().map(({ call }) => call),
    )
    const alone = this.draftAll(api, imports)
    const links = makeLinks(imports)
    const canFollow = (link: Link) =>
      link.edits !== null && link.calls.every(call => alone.get(call)?.recipe.code === 'TSP101')
    for (const group of groupCalls(links.filter(canFollow)))
      for (const call of group.calls) this.groups.set(call, group)
    for (const link of links)
      if (link.silent && !canFollow(link)) for (const call of link.calls) push(this.behind, call, link.note)
    this.drafts = new Map([...alone].map(([call, draft]) => [call, this.withGroup(call, draft, alone)]))
    this.certificates = certifyDrafts(file, [...this.drafts.values()], parse, libraries.library)
    this.findings = [...this.mapped.keys()].map(each => this.finding(each))
  }

  fixOfLink(link: Link): Fix | null {
    const [first] = link.calls
    return first && this.groups.get(first)?.links.has(link) ? this.fix(first) : null
  }

  /** The calls that may be rewritten at all. */
  private open(): readonly Called[] {
    if (this.file.tree.errors.length > 0) return []
    return [...this.mapped]
      .filter(([{ call }, { kind }]) => kind === 'mapped' && !call.within('interpolation'))
      .map(([each]) => each)
  }

  private draftAll(api: Api, imports: MindSporeImport): ReadonlyMap<Called, Draft> {
    const drafts = new Map<Called, Draft>()
    for (const each of this.open()) {
      const mapped = this.mapped.get(each)
      if (mapped?.kind !== 'mapped') continue
      const names = imports.namesFor(each.call, needsPackage(mapped.recipe))
      const draft = names && draftCall(this.file, each.call, api, mapped.original, mapped.recipe, names)
      if (draft) drafts.set(each, draft)
    }
    return drafts
  }

  private withGroup(call: Called, draft: Draft, drafts: ReadonlyMap<Called, Draft>): Draft {
    const group = this.groups.get(call)
    return group ? { ...draft, edits: this.editsOf(group, drafts), group } : draft
  }

  /** All that a group changes; one list for all of its calls. */
  private editsOf(group: Group, drafts: ReadonlyMap<Called, Draft>): readonly Edit[] {
    const known = this.groupEdits.get(group)
    if (known) return known
    const calls = [...group.calls].flatMap(each => drafts.get(each)?.edits ?? [])
    const edits = mergeEdits([...calls, ...[...group.links].flatMap(link => link.edits ?? [])])
    this.groupEdits.set(group, edits)
    return edits
  }

  private certificate(call: Called): Certificate | null {
    const draft = this.drafts.get(call)
    return (draft && this.certificates.get(draft)) ?? null
  }

  private leftBehind(call: Called): readonly Note[] {
    return this.behind.get(call) ?? []
  }

  private isUnsafe(call: Called): boolean {
    const mapped = this.mapped.get(call)
    const certificate = this.certificate(call)
    if (mapped?.kind !== 'mapped' || !certificate) return true
    return mapped.unsafe || this.leftBehind(call).length > 0 || isDoubtful(this.file, mapped.original)
  }

  private fix(call: Called): Fix | null {
    const draft = this.drafts.get(call)
    const applicability = draft && (draft.group ? this.applicabilityOf(draft.group) : this.together([call]))
    if (!draft || !applicability) return null
    return { applicability, message: { id: 'fix.replace', call: draft.callee.content }, edits: draft.edits }
  }

  private applicabilityOf(group: Group): Applicability | null {
    const known = this.applicabilities.get(group)
    if (known !== undefined) return known
    const applicability = this.together([...group.calls])
    this.applicabilities.set(group, applicability)
    return applicability
  }

  /** How calls can be rewritten together; null where one of them is not proved. */
  private together(calls: readonly Called[]): Applicability | null {
    if (!calls.every(each => this.certificate(each)?.status === 'proved')) return null
    return calls.some(each => this.isUnsafe(each)) ? 'unsafe' : 'safe'
  }

  private finding(call: Called): Finding {
    const mapped = this.mapped.get(call) ?? null
    if (!mapped) throw new Error('every call is mapped')
    const fix = this.fix(call)
    const notes = [...(fix ? this.leftBehind(call) : this.whyNoFix(call, mapped)), ...mapped.notes]
    const certificate = this.certificate(call)
    const { code, message, rejected } = fix ? mapped : withoutFix(mapped, certificate)
    return makeFinding(code, call.last, message, { notes, fix, certificate, rejected })
  }

  private whyNoFix({ call }: Called, mapped: MappedCall): readonly Note[] {
    if (mapped.kind !== 'mapped') return []
    if (this.file.tree.errors.length > 0) return [{ subject: '', message: { id: 'call.broken' } }]
    return [{ subject: '', message: { id: call.within('interpolation') ? 'call.in-fstring' : 'call.uncertified' } }]
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key) ?? []
  map.set(key, list)
  list.push(value)
}

/** An output_padding whose composition could not be certified blocks the call. */
function withoutFix(
  mapped: MappedCall,
  certificate: Certificate | null,
): Pick<MappedCall, 'code' | 'message' | 'rejected'> {
  if (mapped.code !== 'TSP102' || !certificate || certificate.status === 'proved') return mapped
  return { ...mapped, code: 'TSP201', message: { id: 'call.blocked', parameter: 'output_padding' } }
}
