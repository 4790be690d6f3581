import type { Certificate } from '../kernel/certificate.ts'
import type { Api } from '../mapping/api.ts'
import { span } from '../text/span.ts'
import { type MappedCall, mapCall } from './calls.ts'
import { certifyDrafts, type Parse } from './certify_drafts.ts'
import { codes } from './codes.ts'
import { isDoubtful } from './doubtful.ts'
import { type Draft, draftCall, needsPackage } from './draft.ts'
import type { Finding, Fix, Note } from './finding.ts'
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

/** All that is known of one call in the end. */
interface Judged {
  readonly reference: Called
  readonly mapped: MappedCall
  readonly draft: Draft | null
  readonly certificate: Certificate | null
}

/** One finding for each certain call: mapped, rewritten and certified, or what stands in the way. */
export function callFindings(file: SourceFile, references: readonly Reference[], judge: Judge): readonly Finding[] {
  const called = references.filter((each): each is Called => each.call !== null)
  const mapped = new Map(called.map(each => [each, mapCall(file, each.call, judge.api, judge.options)]))
  const drafts = draftAll(file, mapped, judge)
  const certificates = certifyDrafts(file, [...drafts.values()], judge.parse, judge.libraries.library)
  return [...mapped].map(([reference, call]) => {
    const draft = drafts.get(reference) ?? null
    const certificate = (draft && certificates.get(draft)) ?? null
    return findingOf(file, { reference, mapped: call, draft, certificate })
  })
}

function draftAll(
  file: SourceFile,
  mapped: ReadonlyMap<Called, MappedCall>,
  { api }: Judge,
): ReadonlyMap<Called, Draft> {
  const drafts = new Map<Called, Draft>()
  if (file.tree.errors.length > 0) return drafts
  const open = [...mapped].filter(([{ call }, { kind }]) => kind === 'mapped' && !call.within('interpolation'))
  const calls = open.map(([{ call }]) => call)
  const imports = new MindSporeImport(file, calls)
  for (const [reference, call] of open) {
    if (call.kind !== 'mapped') continue
    const names = imports.namesFor(reference.call, needsPackage(call.recipe))
    const draft = draftCall(file, reference.call, api, call.original, call.recipe, names)
    if (draft) drafts.set(reference, draft)
  }
  return drafts
}

function findingOf(file: SourceFile, judged: Judged): Finding {
  const { reference, mapped, certificate } = judged
  const { code, message, notes, rejected } = mapped
  const { name, severity } = codes[code]
  const at = span(reference.last.start, reference.last.end)
  const fix = fixOf(file, judged)
  const all = [...(fix ? [] : whyNoFix(file, judged)), ...notes]
  return { code, name, severity, span: at, message, notes: all, fix, certificate, rejected }
}

function fixOf(file: SourceFile, { mapped, draft, certificate }: Judged): Fix | null {
  if (mapped.kind !== 'mapped' || !draft || certificate?.status !== 'proved') return null
  const unsafe = mapped.unsafe || isDoubtful(file, certificate, mapped.original)
  const message: Message = { id: 'fix.replace', call: draft.callee.content }
  return { applicability: unsafe ? 'unsafe' : 'safe', message, edits: draft.edits }
}

function whyNoFix(file: SourceFile, { reference, mapped }: Judged): readonly Note[] {
  if (mapped.kind !== 'mapped') return []
  if (file.tree.errors.length > 0) return [{ subject: '', message: { id: 'call.broken' } }]
  return [
    { subject: '', message: { id: reference.call.within('interpolation') ? 'call.in-fstring' : 'call.uncertified' } },
  ]
}
