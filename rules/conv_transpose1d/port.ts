import type { CallReader } from '../../src/mapping/api.ts'
import { bind } from '../../src/mapping/bind.ts'
import { boundParameters } from '../../src/mapping/bound_parameter.ts'
import type { Port } from '../../src/mapping/port.ts'
import type { Signature } from '../../src/mapping/signature.ts'
import type { Node } from '../../src/python/node.ts'
import { cells, mindsporeCall } from './mindspore_pipeline.ts'
import { mindsporeConv1dTranspose, mindsporeConv2dTranspose } from './signatures.ts'

/** Reads a call of Conv1dTranspose, or of SequentialCell around a convolution. */
export function port(node: Node, reader: CallReader): Port {
  const found = convolutionIn(node, reader)
  if (!found) return { kind: 'unread' }
  const { path } = found.signature
  const bound = bind(found.call, found.signature, each => reader.text(each))
  if (bound.kind === 'invalid') return { kind: 'refused', path, problem: bound.problem }
  const parameters = boundParameters(found.signature, bound, each => reader.text(each))
  const understood = mindsporeCall(node, reader)
  return { kind: 'bound', path, parameters, pipeline: understood?.pipeline ?? null, values: understood?.values ?? [] }
}

interface Convolution {
  readonly call: Node
  readonly signature: Signature
}

const convolutions = [mindsporeConv1dTranspose, mindsporeConv2dTranspose]

function convolutionIn(node: Node, reader: CallReader): Convolution | null {
  const calls = pathOf(node, reader) === 'mindspore.nn.SequentialCell' ? cells(node) : [node]
  const all = calls.map(call => ({ call, signature: convolutions.find(({ path }) => path === pathOf(call, reader)) }))
  const [first] = all.flatMap(({ call, signature }) => (signature ? [{ call, signature }] : []))
  return first ?? null
}

function pathOf(node: Node, reader: CallReader): string | null {
  const callee = node.type === 'call' ? node.child('function') : null
  return callee && reader.path(callee)
}
