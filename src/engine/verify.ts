import { picture } from '../kernel/picture.ts'
import { trials } from '../kernel/trials.ts'
import type { SymbolicPipeline } from '../kernel/window.ts'
import type { Api } from '../mapping/api.ts'
import { boundParameters } from '../mapping/bound_parameter.ts'
import { applyEdits } from '../text/edit.ts'
import { argumentTable } from './argument_table.ts'
import { freeNames, type LoneCall, lastName, loneCall, textOf } from './lone_call.ts'
import type { Means } from './means.ts'
import type { Message } from './message.ts'
import { OncePlaces } from './once_places.ts'
import { certifyPort, type PortSide, portSide, unknown } from './port_side.ts'
import { canStage, modules, openStaged, type Staged, stagedText, stageStart, stageText } from './stage.ts'
import { layerOf, type TorchSide, torchSide } from './torch_side.ts'
import type { ArgumentTable, Verdict, Verification, Verified } from './verified.ts'

/** So many samples of the full transposed convolution a picture shows where that can be. */
const widest = 50

/** Says of one call by itself all that can be said, and certifies its rewrite, or a port of it where one is given. */
export function verify(call: string, against: string | null, means: Means): Verified {
  const torch = loneCall(call, means)
  if ('id' in torch) return { kind: 'unusable', which: 'call', message: torch }
  const api = means.apis.find(({ name }) => name === lastName(torch))
  if (!api) return { kind: 'unusable', which: 'call', message: otherCallee(torch, means) }
  const port = against === null ? null : loneCall(against, means)
  if (port && 'id' in port) return { kind: 'unusable', which: 'against', message: port }
  const names = parameterNames(torch, port)
  const broken = [torch, ...(port ? [port] : [])].find(each => !canStage(names, textOf(each), means))
  if (broken) {
    const message = { id: 'verify.syntax', text: textOf(broken) } as const
    return { kind: 'unusable', which: broken === torch ? 'call' : 'against', message }
  }
  return verifyCalls(torch, port, names, api, means)
}

function otherCallee({ resolver, callee }: LoneCall, { apis }: Means): Message {
  const expected = apis.map(({ name }) => name).join(', ')
  return { id: 'verify.other-callee', callee: resolver.text(callee), expected }
}

function verifyCalls(
  call: LoneCall,
  against: LoneCall | null,
  names: readonly string[],
  api: Api,
  means: Means,
): Verification {
  const places = new OncePlaces(stageStart(names))
  const torch = torchSide({ call, names, places }, api, means)
  const rewritten = rewrite(torch, means)
  const own = rewritten && portSide(rewritten, api, places)
  const port = against && portSide(openStaged(stageText(names, textOf(against)), means), api, places)
  const { finding } = torch
  return {
    kind: 'verified',
    call: textOf(call),
    against: against && textOf(against),
    rewrite: rewritten && stagedText(rewritten),
    applicability: finding?.fix?.applicability ?? null,
    certificate: port ? certifyPort(torch, port, api) : ownVerdict(torch),
    notes: finding?.notes ?? [],
    rejected: finding?.rejected ?? [],
    arguments: table(torch, port ?? own, api),
    ...shown(torch, own, port, api),
  }
}

/** The free names of both texts, which are parameters of the staged functions; the port's modules are no names of the call. */
function parameterNames(call: LoneCall, against: LoneCall | null): readonly string[] {
  const list = call.call.child('arguments')
  const ofCall = list ? freeNames(call.resolver, list).filter(name => name !== 'math' && name !== 'torch') : []
  const ofPort = against ? freeNames(against.resolver, against.call).filter(name => !modules.has(name)) : []
  return [...new Set([...ofCall, ...ofPort])]
}

function rewrite({ staged, finding }: TorchSide, means: Means): Staged | null {
  return finding?.fix ? openStaged(applyEdits(staged.file.text, finding.fix.edits).text, means) : null
}

/** The certificate of our own rewrite, or what stands in its way. */
function ownVerdict({ finding }: TorchSide): Verdict {
  if (!finding) return unknown({ id: 'proof.unknown', reason: 'not-read' })
  const why = finding.notes.find(({ subject, message }) => subject === '' && message.id.startsWith('call.'))
  return finding.certificate ?? unknown((why ?? finding).message)
}

function table({ bound, staged }: TorchSide, other: PortSide | null, api: Api): ArgumentTable | null {
  if (bound.kind === 'invalid') return null
  const parameters = boundParameters(api.signature, bound, node => staged.file.resolver.text(node))
  return argumentTable(api, parameters, other?.port ?? null)
}

function shown(
  torch: TorchSide,
  own: PortSide | null,
  port: PortSide | null,
  api: Api,
): Pick<Verification, 'samples' | 'picture'> {
  const layer = layerOf(torch, api)
  if (!layer) return { samples: [], picture: null }
  const [ours, theirs] = [pipelineOf(own), pipelineOf(port)]
  return {
    samples: trials(layer, port ? theirs : ours),
    picture: picture(layer, { composed: ours && ours.length > 1 ? ours : null, port: theirs }, widest),
  }
}

function pipelineOf(side: PortSide | null): SymbolicPipeline | null {
  return side?.port.kind === 'bound' ? side.port.pipeline : null
}
