import type { TorchLayer } from '../kernel/window.ts'
import type { Api, TorchCall } from '../mapping/api.ts'
import { type BoundCall, bind } from '../mapping/bind.ts'
import { applyEdits, type Edit } from '../text/edit.ts'
import { span } from '../text/span.ts'
import type { Finding } from './finding.ts'
import type { LoneCall } from './lone_call.ts'
import type { Means } from './means.ts'
import type { OncePlaces } from './once_places.ts'
import { callReader, type SourceFile } from './source_file.ts'
import { openStaged, type Staged, stageText } from './stage.ts'

/** torch's call in a module of its own, and what the checker finds there. */
export interface TorchSide {
  readonly staged: Staged
  readonly bound: BoundCall
  /** Null where something among the arguments hides torch itself. */
  readonly finding: Finding | null
  /** Null where the arguments are not known, or torch raises whatever they are. */
  readonly original: TorchCall | null
}

/** A call, and the names that become parameters of the function around it. */
export interface Subject {
  readonly call: LoneCall
  readonly names: readonly string[]
  readonly places: OncePlaces
}

/** Stages the call under torch's own name and checks it. */
export function torchSide({ call, names, places }: Subject, api: Api, means: Means): TorchSide {
  const source = stageText(names, underOwnName(call, api))
  const staged = openStaged(source, means)
  const { file, expression } = staged
  const bound = bind(expression, api.signature, node => file.resolver.text(node))
  const finding = findingOf(staged, means.check(source))
  const isKnown = bound.kind === 'bound' && finding?.code !== 'TSP208'
  return { staged, bound, finding, original: isKnown ? originalOf(file, bound.arguments, places) : null }
}

function originalOf(file: SourceFile, bound: TorchCall['arguments'], places: OncePlaces): TorchCall {
  const alone = callReader(file)
  const values = [...bound.values()].map(({ value }) => alone.read(value))
  return { arguments: bound, reader: callReader(file, places.of(values)) }
}

/** The layer that torch makes; null where that is not known. */
export function layerOf({ original }: TorchSide, api: Api): TorchLayer | null {
  return original && api.torchLayer(original)
}

/** The call's text with torch's dotted name before its arguments, and without comments that would suppress the finding. */
function underOwnName({ resolver, call, callee }: LoneCall, { signature }: Api): string {
  const comments = resolver.tree.comments.filter(comment => /noqa|torchspore/i.test(resolver.text(comment)))
  const name: Edit = { span: span(callee.start, callee.end), content: signature.path }
  const edited = applyEdits(resolver.tree.source, [name, ...comments.map(each => ({ span: each, content: '' }))])
  return edited.text.slice(edited.placeOf(name).start, edited.moved(call.end))
}

function findingOf({ expression }: Staged, findings: readonly Finding[]): Finding | null {
  const last = expression.child('function')?.child('attribute')
  return findings.find(({ code, span: at }) => /^TSP[12]/.test(code) && at.start === last?.start) ?? null
}
