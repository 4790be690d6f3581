import { certifyTranslated, certifyWrittenOut } from '../../rules/conv_transpose1d/certify_kept.ts'
import {
  counterpart,
  misnamed,
  mixedSignature,
  nameEverything,
  translateKeywords,
  unpadded,
} from '../../rules/conv_transpose1d/mindspore_calls.ts'
import { mindsporeCall } from '../../rules/conv_transpose1d/mindspore_pipeline.ts'
import { mindsporeConv1dTranspose } from '../../rules/conv_transpose1d/signatures.ts'
import type { Certificate } from '../kernel/certificate.ts'
import { certify } from '../kernel/certify.ts'
import { bind } from '../mapping/bind.ts'
import { rewriteCall } from '../mapping/rewrite.ts'
import type { CallView, Given, Outcome } from '../mapping/rule.ts'
import type { Node } from '../python/node.ts'
import { span } from '../text/span.ts'
import { mapCall } from './calls.ts'
import { certifyDrafts } from './certify_drafts.ts'
import type { Code } from './codes.ts'
import { type Draft, draftCall, unread } from './draft.ts'
import type { Judge } from './drafts.ts'
import type { Applicability, Finding, Fix } from './finding.ts'
import { makeFinding } from './make_finding.ts'
import type { Message } from './message.ts'
import type { Called, Reference } from './references.ts'
import { findReferences } from './references.ts'
import type { Repository } from './repository.ts'
import type { RewrittenFile } from './rewritten_file.ts'
import { callReader, type SourceFile } from './source_file.ts'

/** How a call would be rewritten, which is still to be certified. */
interface Drafted {
  readonly draft: Draft
  readonly applicability: Applicability
}

type Certificates = ReadonlyMap<Draft, Certificate>

/** A finding before its fix is certified. */
interface Suspect {
  readonly code: Code
  readonly at: Node
  readonly message: Message
  readonly drafted: Drafted | null
  /** What is known of the call as it stands. */
  readonly certificate?: Certificate
}

/** Findings in code that is MindSpore's already: names and keywords that are still torch's, and what is worth a look. */
export function mindsporeFindings(file: SourceFile, repository: Repository, judge: Judge): readonly Finding[] {
  if (!file.text.includes('mindspore')) return []
  return new MindSporeCode(file, repository, judge).findings()
}

class MindSporeCode {
  private readonly file: SourceFile
  private readonly repository: Repository
  private readonly judge: Judge

  constructor(file: SourceFile, repository: Repository, judge: Judge) {
    this.file = file
    this.repository = repository
    this.judge = judge
  }

  /** What does not parse gets no fix. */
  private get isBroken(): boolean {
    return this.file.tree.errors.length > 0
  }

  findings(): readonly Finding[] {
    const wrong = this.exact(misnamed).map(reference => this.wrongName(reference))
    const calls = this.exact(counterpart).filter((each): each is Called => each.call !== null)
    const suspects = [...wrong, ...calls.flatMap(each => this.call(each))]
    const drafts = this.isBroken ? [] : suspects.flatMap(({ drafted }) => drafted?.draft ?? [])
    const { parse, libraries } = this.judge
    const certificates = certifyDrafts(this.file, drafts, { parse, library: libraries.library })
    return suspects.map(each => found(each, certificates))
  }

  private exact(named: typeof misnamed): readonly Reference[] {
    if (!this.file.text.includes(named.name)) return []
    const { references } = findReferences(this.file, named, this.judge.libraries.others, this.repository)
    return references.filter(reference => reference.certainty === 'exact')
  }

  private wrongName(reference: Reference): Suspect {
    const drafted = this.asTorch(reference)
    return { code: 'TSP401', at: reference.last, message: { id: 'mindspore.no-class' }, drafted }
  }

  private call(reference: Called): readonly Suspect[] {
    const bound = bind(reference.call, mindsporeConv1dTranspose, this.text)
    if (bound.kind === 'bound') return [...this.differing(reference), ...this.leaning(reference)]
    const torchs = bound.kind === 'invalid' && bound.problem.kind === 'unexpected' ? bound.problem.keyword : null
    if (torchs === null || !mixedSignature.parameters.some(({ name }) => name === torchs)) return []
    const drafted = this.asTorch(reference) ?? this.translated(reference)
    const message = { id: 'mindspore.torch-keyword', keyword: torchs } as const
    return [{ code: 'TSP402', at: reference.last, message, drafted }]
  }

  private readonly text = (node: Node): string => this.file.resolver.text(node)

  /** A call whose arguments are all torch's is rewritten as torch's would be, and certified likewise. */
  private asTorch({ call, node }: Reference): Drafted | null {
    const { api, options } = this.judge
    const object = node.child('object')
    if (!call || !object || call.within('interpolation')) return null
    const mapped = mapCall(this.file, call, api, { ...options, compatModule: null })
    if (mapped.kind !== 'mapped') return null
    const names = { ms: null, nn: this.text(object), edit: null }
    const draft = draftCall(this.file, call, api, mapped.original, mapped.recipe, names)
    return draft && { draft, applicability: mapped.unsafe ? 'unsafe' : 'safe' }
  }

  /** Only torch's keywords are translated; what the author meant by the others is theirs, so the fix is unsafe. */
  private translated({ call }: Called): Drafted | null {
    const view = this.view(call, mixedSignature)
    const outcomes = view && translateKeywords(view)
    if (!outcomes || [...outcomes.values()].some(({ kind }) => kind === 'refuse' || kind === 'compose')) return null
    return this.kept(call, outcomes, certifyTranslated, 'unsafe')
  }

  private leaning({ call, last }: Called): readonly Suspect[] {
    const view = this.view(call, mindsporeConv1dTranspose)
    const outcomes = view && nameEverything(view)
    if (!outcomes) return []
    const drafted = this.kept(call, outcomes, certifyWrittenOut, 'safe')
    return [{ code: 'TSP404', at: last, message: { id: 'mindspore.leans' }, drafted }]
  }

  private differing({ call, last }: Called): readonly Suspect[] {
    const pipeline = mindsporeCall(call, callReader(this.file))?.pipeline
    const compared = pipeline && unpadded(pipeline)
    if (!compared) return []
    const certificate = certify(compared.torch, pipeline)
    if (certificate.status === 'proved') return []
    const message = { id: 'mindspore.other-window', mode: compared.mode, shift: compared.shift } as const
    return [{ code: 'TSP403', at: last, message, certificate, drafted: null }]
  }

  private view(call: Node, signature: typeof mixedSignature): CallView | null {
    const reader = callReader(this.file)
    const bound = bind(call, signature, reader.text)
    if (bound.kind !== 'bound') return null
    const given = (parameter: string): Given | null => {
      const argument = bound.arguments.get(parameter)
      return argument ? { argument, value: reader.read(argument.value), text: reader.text(argument.value) } : null
    }
    const { mindsporeVersion, deviceTarget } = this.judge.options
    const { resolver } = this.file
    return {
      quote: this.file.quote,
      mindsporeVersion,
      deviceTarget,
      given,
      path: reader.path,
      isSettled: node => resolver.isSettled(node),
      mayBeTable: node => resolver.mayBeTable(node),
    }
  }

  /** A draft that changes arguments only. */
  private kept(
    call: Node,
    outcomes: ReadonlyMap<string, Outcome>,
    certify: typeof certifyTranslated,
    applicability: Applicability,
  ): Drafted | null {
    const callee = call.child('function')
    if (!callee || call.within('interpolation')) return null
    const view = this.view(call, mixedSignature)
    const all = [...outcomes].map(([name, outcome]) => ({ argument: view?.given(name)?.argument ?? null, outcome }))
    const shape = { callee: this.text(callee), after: '', outcomes: all, positions: 4 }
    const edits = rewriteCall(this.file.text, call, shape)
    const certifyIn = (rewritten: RewrittenFile) => {
      const now = rewritten.keptCall(call)
      const before = { call, reader: callReader(this.file, rewritten.edited.moved) }
      return now ? certify(before, { call: now, reader: callReader(rewritten.after) }) : unread
    }
    const own = { span: span(callee.start, callee.end), content: shape.callee }
    const changes = edits.filter(edit => edit.span.start !== callee.start)
    return {
      draft: { callee: own, edits: changes, likeCounterpart: true, group: null, certify: certifyIn },
      applicability,
    }
  }
}

/** Makes the finding; with the fix where its draft is proved. */
function found({ code, at, message, drafted, certificate }: Suspect, certificates: Certificates): Finding {
  const proof = drafted && certificates.get(drafted.draft)
  if (!drafted || proof?.status !== 'proved')
    return makeFinding(code, at, message, { certificate: certificate ?? null })
  const { draft, applicability } = drafted
  const fix: Fix = { applicability, message: { id: 'fix.replace', call: draft.callee.content }, edits: draft.edits }
  return makeFinding(code, at, message, { fix, certificate: proof })
}
