import type { Certificate } from '../kernel/certificate.ts'
import { type MappedCall, mapCall, type Said } from './calls.ts'
import type { ClassValue } from './class_values.ts'
import { compatPath } from './compat_import.ts'
import { isDoubtful } from './doubtful.ts'
import { type Drafts, type Judge, type MakeLinks, makeDrafts } from './drafts.ts'
import type { Applicability, Finding, Fix, Note } from './finding.ts'
import type { Group, Link } from './groups.ts'
import { makeFinding } from './make_finding.ts'
import type { Message } from './message.ts'
import type { Called, Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** The findings of a file's calls and class values, and the fix of what is linked to them. */
export interface Judged {
  /** One for each call, and one for each class value that has a fix. */
  readonly findings: readonly Finding[]
  /** Whether the reference is the class itself and is rewritten, alone or with another one. */
  rewrites(reference: Reference): boolean
  /** The fix that changes the link together with its references; null where it cannot follow them. */
  fixOfLink(link: Link): Fix | null
}

/** What of a file is to be judged. */
export interface Found {
  readonly called: readonly Called[]
  readonly values: readonly ClassValue[]
  /** The calls whose layers are used in a way that only the compat class has. */
  readonly needCompat: ReadonlySet<Called>
}

/** Maps, rewrites and certifies every certain call, and every class value that can become the compat class. */
export function judgeReferences(
  file: SourceFile,
  { called, values, needCompat }: Found,
  makeLinks: MakeLinks,
  judge: Judge,
): Judged {
  const { api, options } = judge
  const map = (each: Called) => mapCall(file, each.call, api, options, needCompat.has(each) ? 'output_size' : null)
  const calls = new Map(called.map(each => [each, map(each)]))
  const drafts = makeDrafts(file, { calls, values }, makeLinks, judge)
  return new Court(file, calls, values, drafts, compatPath(api, options) ?? '')
}

class Court implements Judged {
  readonly findings: readonly Finding[]
  private readonly file: SourceFile
  private readonly drafts: Drafts
  private readonly doubts: ReadonlySet<Reference>
  private readonly behind = new Map<Reference, Note[]>()
  private readonly applicabilities = new Map<Group, Applicability | null>()
  private readonly rewritten: ReadonlySet<Reference>

  constructor(
    file: SourceFile,
    calls: ReadonlyMap<Called, MappedCall>,
    values: readonly ClassValue[],
    drafts: Drafts,
    compat: string,
  ) {
    this.file = file
    this.drafts = drafts
    for (const { references, note } of drafts.leftBehind)
      for (const each of references) this.behind.set(each, [...(this.behind.get(each) ?? []), note])
    const doubtful = [...calls].filter(([, mapped]) => isUnsafe(file, mapped)).map(([call]) => call)
    const noted = values.filter(({ notes }) => notes.length > 0).map(({ reference }) => reference)
    this.doubts = new Set([...doubtful, ...noted, ...this.behind.keys()])
    const fixed = values.filter(({ reference }) => this.fix(reference))
    this.rewritten = new Set(fixed.flatMap(({ reference, others }) => [reference, ...others]))
    this.findings = [
      ...[...calls].map(([call, mapped]) => this.ofCall(call, mapped)),
      ...fixed.map(value => this.ofValue(value, compat)),
    ]
  }
  rewrites(reference: Reference): boolean {
    return this.rewritten.has(reference)
  }

  fixOfLink(link: Link): Fix | null {
    const [first] = link.references
    return first && this.drafts.drafts.get(first)?.group?.links.has(link) ? this.fix(first) : null
  }

  private certificate(reference: Reference): Certificate | null {
    const draft = this.drafts.drafts.get(reference)
    return (draft && this.drafts.certificates.get(draft)) ?? null
  }

  private fix(reference: Reference): Fix | null {
    const draft = this.drafts.drafts.get(reference)
    const applicability = draft && (draft.group ? this.applicabilityOf(draft.group) : this.together([reference]))
    if (!draft || !applicability) return null
    return { applicability, message: { id: 'fix.replace', call: draft.callee.content }, edits: draft.edits }
  }

  private applicabilityOf(group: Group): Applicability | null {
    const known = this.applicabilities.get(group)
    if (known !== undefined) return known
    const applicability = this.together([...group.references])
    this.applicabilities.set(group, applicability)
    return applicability
  }

  /** How references can be rewritten together; null where one of them is not proved. */
  private together(references: readonly Reference[]): Applicability | null {
    if (!references.every(each => this.certificate(each)?.status === 'proved')) return null
    return references.some(each => this.doubts.has(each)) ? 'unsafe' : 'safe'
  }

  private ofCall(reference: Called, mapped: MappedCall): Finding {
    const fix = this.fix(reference)
    const certificate = this.certificate(reference)
    const { code, message, notes, rejected } = fix ? mapped : withoutFix(mapped, certificate)
    const more = fix ? (this.behind.get(reference) ?? []) : this.whyNoFix(reference, mapped)
    return makeFinding(code, reference.last, message, { notes: [...more, ...notes], fix, certificate, rejected })
  }

  private ofValue({ reference, subclass, notes }: ClassValue, path: string): Finding {
    const message: Message =
      subclass === null ? { id: 'reference.compat', path } : { id: 'subclass.compat', name: subclass, path }
    return makeFinding('TSP103', reference.last, message, {
      notes: [...(this.behind.get(reference) ?? []), ...notes],
      fix: this.fix(reference),
      certificate: this.certificate(reference),
    })
  }

  private whyNoFix({ call }: Called, { kind }: MappedCall): readonly Note[] {
    if (kind === 'blocked') return []
    if (this.file.tree.errors.length > 0) return [{ subject: '', message: { id: 'call.broken' } }]
    return [{ subject: '', message: { id: call.within('interpolation') ? 'call.in-fstring' : 'call.uncertified' } }]
  }
}

function isUnsafe(file: SourceFile, mapped: MappedCall): boolean {
  if (mapped.kind === 'mapped') return mapped.unsafe || isDoubtful(file, mapped.original)
  return mapped.kind === 'blocked' || mapped.unsafe
}

/** What is said of a call that has no fix; an output_padding whose composition could not be certified blocks it. */
function withoutFix(mapped: MappedCall, certificate: Certificate | null): Said {
  if (mapped.kind === 'compat') return mapped.otherwise
  if (mapped.code !== 'TSP102' || !certificate || certificate.status === 'proved') return mapped
  return { ...mapped, code: 'TSP201', message: { id: 'call.blocked', parameter: 'output_padding' } }
}
