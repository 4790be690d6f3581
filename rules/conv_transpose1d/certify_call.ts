import type { Certificate } from '../../src/kernel/certificate.ts'
import { certify } from '../../src/kernel/certify.ts'
import type { UnknownReason } from '../../src/kernel/message.ts'
import type { CallReader, TorchCall } from '../../src/mapping/api.ts'
import type { Expression } from '../../src/python/expression.ts'
import type { Node } from '../../src/python/node.ts'
import { callsKept, isEvaluated } from './calls_kept.ts'
import { dtypes } from './dtype.ts'
import { mindsporeCall } from './mindspore_pipeline.ts'
import { torchLayer } from './torch_layer.ts'

/** Certifies a rewritten call: the layers it makes, its dtype, and that every call among the arguments still runs once, in order. */
export function certifyCall(original: TorchCall, rewritten: Node, reader: CallReader): Certificate {
  const after = mindsporeCall(rewritten, reader)
  if (!after) return unknown('not-read')
  if ((dtypeOf(original) ?? defaultType) !== (after.dtype ?? defaultType)) return unknown('other-dtype')
  if (!callsKept(valuesOf(original), after.values)) return unknown('calls-changed')
  return certify(torchLayer(original.arguments, original.reader.read), after.pipeline)
}

/** A certificate that says why nothing can be said. */
export function unknown(reason: UnknownReason): Certificate {
  return { status: 'unknown', statement: { id: 'proof.unknown', reason }, assumes: [] }
}

const defaultType = 'mindspore.float32'

/** MindSpore's dotted path of the dtype that torch was given; null for the default. */
function dtypeOf({ arguments: bound, reader }: TorchCall): string | null {
  const argument = bound.get('dtype')
  if (!argument || reader.read(argument.value).kind === 'none') return null
  return `mindspore.${dtypes.get(reader.path(argument.value) ?? '')}`
}

function valuesOf({ arguments: bound, reader }: TorchCall): readonly Expression[] {
  const values = [...bound.values()].map(({ parameter, value }) => ({ parameter, value: reader.read(value) }))
  return values.filter(({ parameter, value }) => isEvaluated(parameter, value)).map(({ value }) => value)
}
