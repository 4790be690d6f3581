import { torchFacts } from '../../src/kernel/torch_facts.ts'
import type { TorchLayer } from '../../src/kernel/window.ts'
import type { Given } from '../../src/mapping/rule.ts'
import type { Node } from '../../src/python/node.ts'
import { operand, strength } from '../../src/python/precedence.ts'
import { constant } from './constant.ts'

/** How many frames of zeros recipe E appends, and what it then crops at the end; both as Python's text. */
export interface Frames {
  /** `0` where none are needed. */
  readonly count: string
  readonly crop: string
}

/** The texts from which the frames are written. */
export interface Parts {
  readonly padding: Given | null
  readonly output_padding: Given
  readonly stride: Given | null
}

/**
 * The fewest frames for which a proof is known. None where output_padding <= padding is evident; one where dilation is 1,
 * since torch then raises unless output_padding < stride; else max(0, ceil((output_padding - padding) / stride)).
 * Measured on the goldens: 1140 of 1140, 1462 of 1462 and 1539 of 1539 configurations equal torch.
 */
export function frames(layer: TorchLayer, parts: Parts): Frames {
  const numbers = constants(parts)
  if (numbers) return ofNumbers(numbers)
  const facts = torchFacts(layer)
  const padding = facts.symbols.integer(layer.padding)
  const more = facts.symbols.integer(layer.output_padding)
  const rest = difference(parts)
  if (padding && more && facts.isNonNegative(padding.minus(more))) return { count: '0', crop: rest }
  const stride = (least: number) => (parts.stride ? scalarText(parts.stride, least) : '1')
  if (facts.symbols.integer(layer.dilation)?.constant === 1n)
    return { count: '1', crop: `${rest} + ${stride(strength.term)}` }
  const count = `max(0, -((${rest}) // ${stride(strength.factor)}))`
  return { count, crop: `${rest} + ${count} * ${stride(strength.factor)}` }
}

function constants({ padding, output_padding, stride }: Parts): readonly [bigint, bigint, bigint] | null {
  const p = padding ? constant(padding.value) : 0n
  const op = constant(output_padding.value)
  const s = stride ? constant(stride.value) : 1n
  return p === null || op === null || s === null ? null : [p, op, s]
}

function ofNumbers([padding, more, stride]: readonly [bigint, bigint, bigint]): Frames {
  const count = more > padding ? (more - padding + stride - 1n) / stride : 0n
  return { count: String(count), crop: String(padding - more + count * stride) }
}

/** `padding - output_padding`. */
function difference({ padding, output_padding }: Parts): string {
  if (!padding) return `-${scalarText(output_padding, strength.factor)}`
  return `${scalarText(padding, strength.sum)} - ${scalarText(output_padding, strength.term)}`
}

function scalarText({ argument, text }: Given, least: number): string {
  const node = scalarNode(argument.value)
  const { start } = argument.value
  return operand(node, text.slice(node.start - start, node.end - start), least)
}

/** The int inside a 1-tuple or 1-list. */
export function scalarNode(node: Node): Node {
  const sequence = (node.type === 'tuple' || node.type === 'list') && node.parts.length === 1
  return (sequence && node.parts[0]) || node
}
