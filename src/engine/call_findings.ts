import type { Certificate } from '../kernel/certificate.ts'
import type { Api } from '../mapping/api.ts'
import { type Code, codes } from './codes.ts'
import { certifyDrafts, type Parse } from './certify_drafts.ts'
import { type MappedCall, mapCall } from './calls.ts'
import { isDoubtful } from './doubtful.ts'
import { type Draft, draftCall, needsPackage } from './draft.ts'
import type { Applicability, Finding, Note } from './finding.ts'
import type { Libraries } from './libraries.ts'
import type { Message } from './message.ts'
import { MindSporeImport } from './mindspore_import.ts'
import type { Options } from './options.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** A reference that certainly is a call of torch's class. */
type Called = Reference & { readonly call: NonNullable<Reference['call']> }

/** What one file's calls are judged with. */
export interface Judge {
  readonly api: Api
  readonly options: Options
  readonly libraries: Libraries
  readonly parse: Parse
}

/** One finding for each certain call: mapped, rewritten and certified, or what stands in the way. */
export function callFindings(file: SourceFile, references: readonly Reference[], judge: Judge): readonly Finding[] {
  const called = references.filter((each): each is Called => each.call !== null)
  const mapped = new Map(called.map(each => [each, mapCall(file, each.call, judge.api, judge.options)]))
  const drafts = draftAll(file, mapped, judge)
  const certificates = certifyDrafts(file, [...drafts.values()], judge.parse, judge.libraries.library)
  return called.map(each => {
    const draft = drafts.get(each) ?? null
    return findingOf(file, each, mapped.get(each), draft, (draft && certificates.get(draft)) ?? null)
  })
}

function draftAll(file: SourceFile, mapped: ReadonlyMap<Called, MappedCall>, { api }: Judge): ReadonlyMap<Called, Draft> {
  const drafts = new Map<Called, Draft>()
  if (file.tree.errors.length > 0) return drafts
  const open = [...mapped].filter(([{ call }, { kind }]) => kind === 'mapped' && !call.within('interpolation'))
  const calls = open.map(([{ call }]) => call)
  const imports = new MindSporeImport(file)
  for (const [reference, call] of open) {
    if (call.kind !== 'mapped') continue
    const names = imports.namesFor(reference.call, calls, needsPackage(call.outcomes))
    const draft = draftCall(file, reference.call, api, call.original, call.outcomes, names)
    if (draft) drafts.set(reference, draft)
  }
  return drafts
}

function findingOf(
  file: SourceFile,
  reference: Called,
  mapped: MappedCall | undefined,
  draft: Draft | null,
  certificate: Certificate | null,
): Finding {
  const code: Code = mapped?.kind === 'blocked' ? mapped.code : 'TSP101'
  const message: Message = mapped?.kind === 'blocked' ? mapped.message : { id: 'call.plain' }
  const notes = [...whyNoFix(file, reference, mapped, certificate), ...(mapped?.notes ?? [])]
  const proved = draft && mapped?.kind === 'mapped' && certificate?.status === 'proved'
  const fix = proved
    ? { applicability: applicability(file, draft, certificate), message: { id: 'fix.replace', call: draft.callee.content } as const, edits: draft.edits }
    : null
  const { name, severity } = codes[code]
  return { code, name, severity, span: reference.last, message, notes, fix, certificate, rejected: [] }
}

function applicability(file: SourceFile, { original }: Draft, certificate: Certificate): Applicability {
  return isDoubtful(file, certificate, original) ? 'unsafe' : 'safe'
}

function whyNoFix(file: SourceFile, { call }: Called, mapped: MappedCall | undefined, certificate: Certificate | null): readonly Note[] {
  if (mapped?.kind !== 'mapped' || certificate?.status === 'proved') return []
  if (file.tree.errors.length > 0) return [{ subject: '', message: { id: 'call.broken' } }]
  return [{ subject: '', message: { id: call.within('interpolation') ? 'call.in-fstring' : 'call.uncertified' } }]
}
