import type { SymbolicLayer, SymbolicPipeline } from '../../src/kernel/window.ts'
import type { CallReader } from '../../src/mapping/api.ts'
import { bind, callItems } from '../../src/mapping/bind.ts'
import type { Signature } from '../../src/mapping/signature.ts'
import type { Expression } from '../../src/python/expression.ts'
import type { Node } from '../../src/python/node.ts'
import { mindsporeConv1dTranspose, mindsporeConv2dTranspose } from './signatures.ts'

/** The layers that an expression of MindSpore's makes, and the dtype of their parameters; null for what is not understood. */
export interface MindSporeCall {
  readonly pipeline: SymbolicPipeline
  /** Dotted path; null for the default. */
  readonly dtype: string | null
  /** All that is evaluated on the way, in order. */
  readonly values: readonly Expression[]
}

/** Reads Conv1dTranspose, or a SequentialCell of the layers of the recipes. */
export function mindsporeCall(node: Node, reader: CallReader): MindSporeCall | null {
  const callee = node.type === 'call' ? node.child('function') : null
  if (!callee) return null
  if (reader.path(callee) !== 'mindspore.nn.SequentialCell') return layerOf(node, reader)
  const items = callItems(node)
  const layers = items.map(item => layerOf(item, reader))
  if (layers.some(layer => layer === null)) return null
  const read = layers.filter(layer => layer !== null)
  return {
    pipeline: read.flatMap(layer => layer.pipeline),
    dtype: read.map(layer => layer.dtype).find(Boolean) ?? null,
    values: read.flatMap(layer => layer.values),
  }
}

function layerOf(node: Node, reader: CallReader): MindSporeCall | null {
  const callee = node.type === 'call' ? node.child('function') : null
  switch (callee && reader.path(callee)) {
    case 'mindspore.nn.Conv1dTranspose':
      return transposed(node, mindsporeConv1dTranspose, reader, conv1d)
    case 'mindspore.nn.Conv2dTranspose':
      return transposed(node, mindsporeConv2dTranspose, reader, conv2d)
    case 'mindspore.nn.ConstantPad1d':
      return constantPad(callItems(node).map(item => reader.read(item)))
    case 'mindspore.nn.Unflatten':
      return isText(node, reader, '2,(1,-1)') ? only({ layer: 'mindspore.nn.Unflatten' }) : null
    case 'mindspore.nn.Flatten':
      return isText(node, reader, '2,3') ? only({ layer: 'mindspore.nn.Flatten' }) : null
    default:
      return null
  }
}

function only(layer: SymbolicLayer, values: readonly Expression[] = []): MindSporeCall {
  return { pipeline: [layer], dtype: null, values }
}

function isText(node: Node, reader: CallReader, expected: string): boolean {
  const text = callItems(node).map(item => reader.text(item).replace(/\s/g, ''))
  return text.join(',') === expected
}

function constantPad([sides, value]: readonly Expression[]): MindSporeCall | null {
  const [left, right] = sides?.kind === 'sequence' ? sides.items : []
  const number = value?.kind === 'float' ? value.value : value?.kind === 'int' ? Number(value.value) : null
  if (!left || !right || number === null) return null
  return only({ layer: 'mindspore.nn.ConstantPad1d', left, right, value: number }, [left, right])
}

type Values = (name: string) => Expression

function transposed(
  node: Node,
  signature: Signature,
  reader: CallReader,
  make: (value: Values) => SymbolicLayer | null,
): MindSporeCall | null {
  const call = bind(node, signature, each => reader.text(each))
  if (call.kind !== 'bound') return null
  const value = (name: string): Expression => {
    const argument = call.arguments.get(name)
    const parameter = signature.parameters.find(each => each.name === name)
    return argument ? reader.read(argument.value) : (parameter?.default ?? { kind: 'none' })
  }
  const initial = [value('weight_init'), value('bias_init')]
  const layer = make(value)
  if (!layer || initial.some(each => each.kind !== 'none')) return null
  const dtype = call.arguments.get('dtype')
  if (dtype && reader.path(dtype.value) === null) return null
  const values = [...call.arguments.values()].map(({ value: node }) => reader.read(node))
  return { pipeline: [layer], dtype: dtype ? reader.path(dtype.value) : null, values }
}

function conv1d(value: Values): SymbolicLayer | null {
  const mode = value('pad_mode')
  const pad_mode = mode.kind === 'string' ? mode.value : null
  if (pad_mode !== 'pad' && pad_mode !== 'same' && pad_mode !== 'valid') return null
  if (!isFlag(value('has_bias')) || sizes.some(name => value(name).kind === 'sequence')) return null
  return {
    layer: 'mindspore.nn.Conv1dTranspose',
    in_channels: value('in_channels'),
    out_channels: value('out_channels'),
    kernel_size: value('kernel_size'),
    stride: value('stride'),
    pad_mode,
    padding: value('padding'),
    dilation: value('dilation'),
    group: value('group'),
    has_bias: value('has_bias'),
  }
}

const sizes = ['in_channels', 'out_channels', 'kernel_size', 'stride', 'padding', 'dilation', 'group']

function conv2d(value: Values): SymbolicLayer | null {
  const mode = value('pad_mode')
  const padding = value('padding')
  const [top, bottom, left, right] = padding.kind === 'sequence' ? padding.items : []
  if (mode.kind !== 'string' || mode.value !== 'pad' || !top || !bottom || !left || !right) return null
  if (!isFlag(value('has_bias'))) return null
  return {
    layer: 'mindspore.nn.Conv2dTranspose',
    in_channels: value('in_channels'),
    out_channels: value('out_channels'),
    kernel_size: pair(value('kernel_size')),
    stride: pair(value('stride')),
    padding: [top, bottom, left, right],
    dilation: pair(value('dilation')),
    group: value('group'),
    has_bias: value('has_bias'),
  }
}

function pair(value: Expression): readonly [Expression, Expression] {
  const [first, second] = value.kind === 'sequence' ? value.items : []
  return first && second ? [first, second] : [value, value]
}

/** MindSpore takes a bool only; another literal raises TypeError. */
function isFlag(value: Expression): boolean {
  return value.kind !== 'int' && value.kind !== 'none' && value.kind !== 'string'
}
