import {
  counterpart,
  misnamed,
  mixedSignature,
  nameEverything,
  sameLayers,
  translateKeywords,
  unpadded,
} from '../../rules/conv_transpose1d/mindspore_calls.ts'
import { mindsporeCall } from '../../rules/conv_transpose1d/mindspore_pipeline.ts'
import { mindsporeConv1dTranspose } from '../../rules/conv_transpose1d/signatures.ts'
import { certify } from '../kernel/certify.ts'
import { bind } from '../mapping/bind.ts'
import { rewriteCall } from '../mapping/rewrite.ts'
import type { CallView, Given, Outcome } from '../mapping/rule.ts'
import type { Node } from '../python/node.ts'
import { walk } from '../python/node.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import { mapCall } from './calls.ts'
import { certifyDrafts } from './certify_drafts.ts'
import { draftCall } from './draft.ts'
import type { Judge } from './drafts.ts'
import type { Applicability, Finding, Fix } from './finding.ts'
import { makeFinding } from './make_finding.ts'
import type { Called, Reference } from './references.ts'
import { findReferences } from './references.ts'
import type { Repository } from './repository.ts'
import { callReader, openFile, type SourceFile } from './source_file.ts'

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
    return [...wrong, ...calls.flatMap(each => this.call(each))]
  }

  private exact(named: typeof misnamed): readonly Reference[] {
    if (!this.file.text.includes(named.name)) return []
    const { references } = findReferences(this.file, named, this.judge.libraries.others, this.repository)
    return references.filter(reference => reference.certainty === 'exact')
  }

  private wrongName(reference: Reference): Finding {
    return makeFinding('TSP401', reference.last, { id: 'mindspore.no-class' }, this.asTorch(reference))
  }

  private call(reference: Called): readonly Finding[] {
    const bound = bind(reference.call, mindsporeConv1dTranspose, this.text)
    if (bound.kind === 'bound') return [...this.differing(reference), ...this.leaning(reference)]
    const torchs = bound.kind === 'invalid' && bound.problem.kind === 'unexpected' ? bound.problem.keyword : null
    if (torchs === null || !mixedSignature.parameters.some(({ name }) => name === torchs)) return []
    const whole = this.asTorch(reference)
    const more = whole.fix ? whole : { fix: this.translated(reference) }
    return [makeFinding('TSP402', reference.last, { id: 'mindspore.torch-keyword', keyword: torchs }, more)]
  }

  private readonly text = (node: Node): string => this.file.resolver.text(node)

  /** A call whose arguments are all torch's is rewritten as torch's would be, and certified likewise. */
  private asTorch(reference: Reference): Pick<Finding, 'fix' | 'certificate'> {
    const { api, options, parse, libraries } = this.judge
    const object = reference.node.child('object')
    const none = { fix: null, certificate: null }
    if (!reference.call || !object || this.isBroken) return none
    const mapped = mapCall(this.file, reference.call, api, { ...options, compatModule: null })
    if (mapped.kind !== 'mapped') return none
    const names = { ms: null, nn: this.text(object), edit: null }
    const draft = draftCall(this.file, reference.call, api, mapped.original, mapped.recipe, names)
    const certificate = draft && certifyDrafts(this.file, [draft], { parse, library: libraries.library }).get(draft)
    if (!draft || certificate?.status !== 'proved') return none
    return { certificate, fix: fixOf(draft.edits, draft.callee.content, mapped.unsafe ? 'unsafe' : 'safe') }
  }

  /** Only torch's keywords are translated; what the author meant by the others is theirs, so the fix is unsafe. */
  private translated({ call, node }: Called): Fix | null {
    const view = this.view(call, mixedSignature)
    const outcomes = view && translateKeywords(view)
    if (
      this.isBroken ||
      !outcomes ||
      [...outcomes.values()].some(({ kind }) => kind === 'refuse' || kind === 'compose')
    )
      return null
    const edits = this.rewrite(call, outcomes)
    return fixOf(edits, this.text(node), 'unsafe')
  }

  private leaning({ call, node, last }: Called): readonly Finding[] {
    const view = this.view(call, mindsporeConv1dTranspose)
    const outcomes = view && nameEverything(view)
    if (!outcomes) return []
    const edits = this.rewrite(call, outcomes)
    const fix = !this.isBroken && this.isSame(call, edits) ? fixOf(edits, this.text(node), 'safe') : null
    return [makeFinding('TSP404', last, { id: 'mindspore.leans' }, { fix })]
  }

  private differing({ call, last }: Called): readonly Finding[] {
    const pipeline = mindsporeCall(call, callReader(this.file))?.pipeline
    const compared = pipeline && unpadded(pipeline)
    if (!compared) return []
    const certificate = certify(compared.torch, pipeline)
    if (certificate.status === 'proved') return []
    const message = { id: 'mindspore.other-window', mode: compared.mode, shift: compared.shift } as const
    return [makeFinding('TSP403', last, message, { certificate })]
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
    const isSettled = (node: Node) => this.file.resolver.isSettled(node)
    return {
      quote: this.file.quote,
      mindsporeVersion,
      deviceTarget,
      given,
      path: reader.path,
      isSettled,
    }
  }

  private rewrite(call: Node, outcomes: ReadonlyMap<string, Outcome>): readonly Edit[] {
    const callee = call.child('function')
    const view = this.view(call, mixedSignature)
    const all = [...outcomes].map(([name, outcome]) => ({ argument: view?.given(name)?.argument ?? null, outcome }))
    const edits = rewriteCall(this.file.text, call, {
      callee: callee ? this.text(callee) : '',
      after: '',
      outcomes: all,
      positions: 4,
    })
    return edits.filter(edit => edit.span.start !== callee?.start)
  }

  /** Whether the edits leave the call the layer that it is. */
  private isSame(call: Node, edits: readonly Edit[]): boolean {
    const edited = applyEdits(this.file.text, edits)
    const tree = this.judge.parse(edited.text)
    const start = edited.moved(call.start)
    const after = [...walk(tree.root)].find(node => node.type === 'call' && node.start === start)
    const before = mindsporeCall(call, callReader(this.file, edited.moved))
    const now = after && mindsporeCall(after, callReader(openFile(tree, this.judge.libraries.library)))
    return Boolean(before && now && sameLayers(before.pipeline, now.pipeline))
  }
}

function fixOf(edits: readonly Edit[], call: string, applicability: Applicability): Fix {
  return { applicability, message: { id: 'fix.replace', call }, edits }
}
