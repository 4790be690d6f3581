import type { SymbolicLayer, SymbolicPipeline } from '../../src/kernel/window.ts'
import type { CallReader } from '../../src/mapping/api.ts'
import { type Argument, bind, callItems } from '../../src/mapping/bind.ts'
import type { Signature } from '../../src/mapping/signature.ts'
import { type Expression, isBool } from '../../src/python/expression.ts'
import type { Node } from '../../src/python/node.ts'
import { isEvaluated } from './calls_kept.ts'
import { constant, isZero } from './constant.ts'
import { isNeverInt, scalarOf } from './scalar.ts'
import {
  mindsporeConstantPad1d,
  mindsporeConv1dTranspose,
  mindsporeConv2dTranspose,
  mindsporeFlatten,
  mindsporeUnflatten,
} from './signatures.ts'

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
  const layers = cells(node).map(item => layerOf(item, reader))
  if (layers.some(layer => layer === null)) return null
  const read = layers.filter(layer => layer !== null)
  return {
    pipeline: read.flatMap(layer => layer.pipeline),
    dtype: read.map(layer => layer.dtype).find(Boolean) ?? null,
    values: read.flatMap(layer => layer.values),
  }
}

/** The layers of a SequentialCell, which takes them one by one or as a list. */
export function cells(sequential: Node): readonly Node[] {
  const items = callItems(sequential)
  const [first] = items
  return items.length === 1 && first?.type === 'list' ? first.parts : items
}

function layerOf(node: Node, reader: CallReader): MindSporeCall | null {
  const callee = node.type === 'call' ? node.child('function') : null
  switch (callee && reader.path(callee)) {
    case 'mindspore.nn.Conv1dTranspose':
      return transposed(node, mindsporeConv1dTranspose, reader, conv1d)
    case 'mindspore.nn.Conv2dTranspose':
      return transposed(node, mindsporeConv2dTranspose, reader, conv2d)
    case 'mindspore.nn.ConstantPad1d':
      return surrounding(node, mindsporeConstantPad1d, reader, constantPad)
    case 'mindspore.nn.Unflatten':
      return surrounding(node, mindsporeUnflatten, reader, unflatten)
    case 'mindspore.nn.Flatten':
      return surrounding(node, mindsporeFlatten, reader, flatten)
    default:
      return null
  }
}

/** A layer without parameters of its own. */
function surrounding(
  node: Node,
  signature: Signature,
  reader: CallReader,
  make: (value: Values) => SymbolicLayer | null,
): MindSporeCall | null {
  const call = bind(node, signature, each => reader.text(each))
  const layer = call.kind === 'bound' ? make(valuesOf(call.arguments, signature, reader)) : null
  if (!layer || call.kind !== 'bound') return null
  const values = [...call.arguments.values()].map(({ value }) => reader.read(value))
  return { pipeline: [layer], dtype: null, values }
}

function unflatten(value: Values): SymbolicLayer | null {
  const size = value('unflattened_size')
  const sizes = size.kind === 'sequence' ? size.items.map(constant) : []
  const isRow = sizes.length === 2 && sizes[0] === 1n && sizes[1] === -1n
  return constant(value('axis')) === 2n && isRow ? { layer: 'mindspore.nn.Unflatten' } : null
}

/** Of four axes, 3 is the last, -1. */
function flatten(value: Values): SymbolicLayer | null {
  const end = constant(value('end_dim'))
  return constant(value('start_dim')) === 2n && (end === 3n || end === -1n) ? { layer: 'mindspore.nn.Flatten' } : null
}

function constantPad(value: Values): SymbolicLayer | null {
  const sides = value('padding')
  const [left, right, ...more] = sides.kind === 'sequence' && sides.type === 'tuple' ? sides.items : []
  const filled = value('value')
  const number = filled.kind === 'float' ? filled.value : filled.kind === 'int' ? Number(filled.value) : null
  if (!left || !right || more.length > 0 || number === null) return null
  return { layer: 'mindspore.nn.ConstantPad1d', left, right, value: number }
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
  const value = valuesOf(call.arguments, signature, reader)
  const initial = [value('weight_init'), value('bias_init')]
  const layer = make(value)
  if (!layer || initial.some(each => each.kind !== 'none')) return null
  const dtype = call.arguments.get('dtype')
  if (dtype && reader.path(dtype.value) === null) return null
  const given = [...call.arguments.values()].map(each => ({ ...each, read: reader.read(each.value) }))
  const values = given.filter(({ parameter, read }) => isEvaluated(parameter, read)).map(({ read }) => read)
  return { pipeline: [layer], dtype: dtype ? reader.path(dtype.value) : null, values }
}

/** Reads a call of Conv1dTranspose in which torch's words stand for MindSpore's: groups for group, bias for has_bias; by a signature that has both. */
export function translatedCall(node: Node, reader: CallReader, signature: Signature): MindSporeCall | null {
  const call = bind(node, signature, each => reader.text(each))
  const has = (name: string) => call.kind === 'bound' && call.arguments.has(name)
  return transposed(node, signature, reader, value => {
    const isPlain = isZero(scalarOf(value('output_padding'))) && isZeros(value('padding_mode'))
    const words: Values = name => {
      if (name === 'group' && has('groups')) return scalarOf(value('groups'))
      return name === 'has_bias' && has('bias') ? asBool(value('bias')) : value(name)
    }
    return isPlain ? conv1d(words) : null
  })
}

function isZeros(mode: Expression): boolean {
  return mode.kind === 'string' && mode.value === 'zeros'
}

/** torch takes anything for a bias that is true or false. */
function asBool(value: Expression): Expression {
  return isBool(value) ? value : { kind: 'call', function: 'bool', arguments: [value] }
}

function valuesOf(given: ReadonlyMap<string, Argument>, { parameters }: Signature, reader: CallReader): Values {
  return name => {
    const argument = given.get(name)
    const parameter = parameters.find(each => each.name === name)
    return argument ? reader.read(argument.value) : (parameter?.default ?? { kind: 'none' })
  }
}

function conv1d(value: Values): SymbolicLayer | null {
  const mode = value('pad_mode')
  const pad_mode = mode.kind === 'string' ? mode.value : null
  if (pad_mode !== 'pad' && pad_mode !== 'same' && pad_mode !== 'valid') return null
  if (!isFlag(value('has_bias')) || !sizes.every(name => mayBeInt(value(name)))) return null
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
  // MindSpore adds zeros there, and torch samples.
  if (!isZero(value('output_padding')) || !isFlag(value('has_bias'))) return null
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

/** MindSpore takes an int only, no tuple of one, either. */
function mayBeInt(value: Expression): boolean {
  return value.kind !== 'sequence' && !isNeverInt(value)
}

/** MindSpore takes a bool only; another literal raises TypeError. */
function isFlag(value: Expression): boolean {
  return !['int', 'float', 'none', 'string', 'sequence'].includes(value.kind)
}
