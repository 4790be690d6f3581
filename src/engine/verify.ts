import { picture } from '../kernel/picture.ts'
import { trials } from '../kernel/trials.ts'
import type { SymbolicPipeline } from '../kernel/window.ts'
import type { Api, TorchCall } from '../mapping/api.ts'
import { type BoundCall, bind } from '../mapping/bind.ts'
import { boundParameters } from '../mapping/bound_parameter.ts'
import type { Port } from '../mapping/port.ts'
import { applyEdits } from '../text/edit.ts'
import { argumentTable } from './argument_table.ts'
import { checkSource, type Parts } from './check_source.ts'
import type { Finding } from './finding.ts'
import { freeNames, type LoneCall, lastName, loneCall } from './lone_call.ts'
import type { Message } from './message.ts'
import { oncePlaces } from './once_places.ts'
import type { Options } from './options.ts'
import { callReader } from './source_file.ts'
import { modules, openStaged, type Staged, stageText } from './stage.ts'
import type { Verdict, Verification, Verified } from './verified.ts'

/** So many samples of the full transposed convolution a picture shows where that can be. */
const widest = 54

/** Says of one call by itself all that can be said, and certifies its rewrite, or a port of it where one is given. */
export function verify(call: string, against: string | null, options: Options, parts: Parts): Verified {
  const torch = loneCall(call, parts)
  if ('id' in torch) return { kind: 'unusable', which: 'call', message: torch }
  const api = parts.apis.find(({ name }) => name === lastName(torch))
  if (!api) return { kind: 'unusable', which: 'call', message: otherCallee(torch, parts) }
  const port = against === null ? null : loneCall(against, parts)
  if (port && 'id' in port) return { kind: 'unusable', which: 'against', message: port }
  return new Verifier(torch, port, api, options, parts).verification()
}

function otherCallee({ resolver, callee }: LoneCall, { apis }: Parts): Message {
  return {
    id: 'verify.other-callee',
    callee: resolver.text(callee),
    expected: apis.map(({ name }) => name).join(', '),
  }
}

class Verifier {
  private readonly call: LoneCall
  private readonly against: LoneCall | null
  private readonly api: Api
  private readonly parts: Parts
  private readonly names: readonly string[]
  private readonly torch: Staged
  private readonly bound: BoundCall
  private readonly finding: Finding | null
  private readonly rewritten: Staged | null
  private readonly ported: Staged | null

  constructor(call: LoneCall, against: LoneCall | null, api: Api, options: Options, parts: Parts) {
    this.call = call
    this.against = against
    this.api = api
    this.parts = parts
    this.names = this.parameterNames()
    this.torch = this.open(this.torchText())
    const { file, expression } = this.torch
    this.bound = bind(expression, api.signature, node => file.resolver.text(node))
    this.finding = this.find(options)
    this.rewritten = this.rewrite()
    this.ported = against && this.open(stageText(this.names, textOf(against)))
  }

  verification(): Verification {
    const { finding, call, against } = this
    const own = this.rewritten && this.read(this.rewritten)
    const port = this.ported && this.read(this.ported)
    return {
      kind: 'verified',
      call: textOf(call),
      against: against && textOf(against),
      rewrite: this.rewritten && this.rewritten.file.resolver.text(this.rewritten.expression),
      applicability: finding?.fix?.applicability ?? null,
      certificate: port ? this.certifyPort(port) : this.verdict(),
      notes: finding?.notes ?? [],
      rejected: finding?.rejected ?? [],
      arguments: this.argumentTable(this.ported ? port : own),
      ...this.shown(own, port),
    }
  }
}
