import type { Certificate } from '../../src/kernel/certificate.ts'
import { certifySame } from '../../src/kernel/certify_same.ts'
import type { CallReader } from '../../src/mapping/api.ts'
import type { Node } from '../../src/python/node.ts'
import { callsKept } from './calls_kept.ts'
import { unknown } from './certify_call.ts'
import { mixedSignature } from './mindspore_calls.ts'
import { type MindSporeCall, mindsporeCall, translatedCall } from './mindspore_pipeline.ts'

/** A call, and what reads it in its file. */
export interface ReadCall {
  readonly call: Node
  readonly reader: CallReader
}

/** Certifies that a call of MindSpore's that was written out makes the layer that it made. */
export function certifyWrittenOut(before: ReadCall, after: ReadCall): Certificate {
  return certifyKept(mindsporeCall(before.call, before.reader), after, 'proof.same-layer')
}

/**
 * Certifies that a call with torch's words among MindSpore's makes the layer that it would if MindSpore knew them. There is
 * nothing that runs to compare with, since the call itself raises TypeError: so the fix is never more than unsafe.
 */
export function certifyTranslated(before: ReadCall, after: ReadCall): Certificate {
  return certifyKept(translatedCall(before.call, before.reader, mixedSignature), after, 'proof.translated')
}

function certifyKept(
  before: MindSporeCall | null,
  { call, reader }: ReadCall,
  id: 'proof.same-layer' | 'proof.translated',
): Certificate {
  const after = mindsporeCall(call, reader)
  if (!before || !after) return unknown('not-read')
  if (before.dtype !== after.dtype) return unknown('other-dtype')
  if (!callsKept(before.values, after.values)) return unknown('calls-changed')
  return certifySame(before.pipeline, after.pipeline, { id })
}
