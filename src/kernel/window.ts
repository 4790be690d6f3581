import { type Expression, isBool } from '../python/expression.ts'
import type { Facts } from './facts.ts'
import {
  type Conv1dTranspose,
  type Conv2dTranspose,
  type Layer,
  mapLayer,
  type Pipeline,
  type TorchConvTranspose1d,
} from './layer.ts'
import { Polynomial } from './polynomial.ts'
import type { Symbols } from './symbols.ts'

/**
 * What a pipeline of layers gives: `length` samples of the full transposed convolution of its input, from `first` on, plus
 * the bias. `full` is settled by kernel_size, stride, dilation, group and the channels. Two pipelines with equal windows
 * are equal for all inputs and weights, provided that what each `requires` holds.
 */
export interface Window {
  readonly first: Polynomial
  readonly length: Polynomial
  /** Equal for equal convolutions: channels, kernel_size, stride, dilation, group. */
  readonly convolution: readonly Polynomial[]
  /** Equal when both have a bias or both have none. */
  readonly bias: string
  /** What has to be >= 0 for the pipeline to be this window. */
  readonly requires: readonly Polynomial[]
}

export type SymbolicLayer = Layer<Expression, Expression>
export type SymbolicPipeline = Pipeline<Expression, Expression>
export type TorchLayer = TorchConvTranspose1d<Expression, Expression>

/** The input's length, as an atom that no name of a program can be. */
export const lengthAtom = '\u0001L'

/** Reads windows off layers (the table in docs/proof.md); null for what is no window or has a size that is no integer. */
export class WindowReader {
  private readonly symbols: Symbols
  private readonly facts: Facts

  constructor(facts: Facts) {
    this.facts = facts
    this.symbols = facts.symbols
  }

  torch(layer: TorchLayer): Window | null {
    const sizes = this.sizes(layer, layer.kernel_size, layer.stride, layer.dilation, layer.groups)
    const padding = this.symbols.integer(layer.padding)
    const more = this.symbols.integer(layer.output_padding)
    if (!sizes || !padding || !more) return null
    const length = sizes.span(source).minus(padding.scaled(2n)).plus(more)
    return { first: padding, length, convolution: sizes.convolution, bias: this.truth(layer.bias), requires: [] }
  }

  /** A single Conv1dTranspose, or recipe E: frames of zeros appended, then a Conv2dTranspose between Unflatten and Flatten. */
  mindspore(pipeline: SymbolicPipeline): Window | null {
    const [only] = pipeline
    if (pipeline.some(hasBoolSize)) return null
    if (pipeline.length === 1 && only?.layer === 'mindspore.nn.Conv1dTranspose') return this.conv1d(only)
    const frames = only?.layer === 'mindspore.nn.ConstantPad1d' ? only : null
    const [unflatten, convolution, flatten, ...more] = frames ? pipeline.slice(1) : pipeline
    if (unflatten?.layer !== 'mindspore.nn.Unflatten' || flatten?.layer !== 'mindspore.nn.Flatten' || more.length > 0)
      return null
    if (convolution?.layer !== 'mindspore.nn.Conv2dTranspose') return null
    if (!frames) return this.lifted(convolution, Polynomial.zero)
    const left = this.symbols.integer(frames.left)
    const right = this.symbols.integer(frames.right)
    return left?.constant === 0n && frames.value === 0 && right ? this.lifted(convolution, right) : null
  }

  private conv1d(layer: Conv1dTranspose<Expression, Expression>): Window | null {
    const sizes = this.sizes(layer, layer.kernel_size, layer.stride, layer.dilation, layer.group)
    const padding = this.symbols.integer(layer.padding)
    if (!sizes || !padding) return null
    const rest = { convolution: sizes.convolution, bias: this.truth(layer.has_bias), requires: [padding] }
    if (layer.pad_mode === 'pad')
      return { first: padding, length: sizes.span(source).minus(padding.scaled(2n)), ...rest }
    if (padding.constant !== 0n) return null
    const overlap = this.atLeastZero(sizes.reach.minus(sizes.stride))
    if (!overlap) return null
    const whole = source.times(sizes.stride)
    if (layer.pad_mode === 'valid') return { first: Polynomial.zero, length: whole.plus(overlap), ...rest }
    const first = this.symbols.quotient(overlap, Polynomial.of(2n))
    return first && { first, length: whole, ...rest }
  }

  /** Frames of zeros add nothing to the full convolution but room behind it, so its beginning and values stay. */
  private lifted(layer: Conv2dTranspose<Expression, Expression>, frames: Polynomial): Window | null {
    const [height, kernel_size] = layer.kernel_size
    const [, stride] = layer.stride
    const [, dilation] = layer.dilation
    const sizes = this.sizes(layer, kernel_size, stride, dilation, layer.group)
    const padding = layer.padding.map(each => this.symbols.integer(each))
    const [top, bottom, left, right] = padding
    const flat = [top, bottom].every(each => each?.constant === 0n) && this.symbols.integer(height)?.constant === 1n
    if (!sizes || !flat || !left || !right) return null
    const length = sizes.span(source.plus(frames)).minus(left).minus(right)
    const bias = this.truth(layer.has_bias)
    return { first: left, length, convolution: sizes.convolution, bias, requires: [left, right, frames] }
  }

  private sizes(
    layer: { in_channels: Expression; out_channels: Expression },
    ...rest: readonly Expression[]
  ): Sizes | null {
    const all = [layer.in_channels, layer.out_channels, ...rest].map(each => this.symbols.integer(each))
    const [into, out, kernel_size, stride, dilation, group] = all
    if (!into || !out || !kernel_size || !stride || !dilation || !group) return null
    const reach = dilation.times(kernel_size.minus(Polynomial.one)).plus(Polynomial.one)
    const span = (length: Polynomial) => length.minus(Polynomial.one).times(stride).plus(reach)
    return { stride, reach, span, convolution: [into, out, kernel_size, stride, dilation, group] }
  }

  /** max(0, polynomial), where it is known which of the two it is. */
  private atLeastZero(polynomial: Polynomial): Polynomial | null {
    if (this.facts.isNonNegative(polynomial)) return polynomial
    return this.facts.isNonNegative(polynomial.scaled(-1n)) ? Polynomial.zero : null
  }

  private truth(bias: Expression): string {
    const asked = bias.kind === 'call' && bias.function === 'bool' ? bias.arguments[0] : bias
    if (!asked || asked.kind === 'none') return 'False'
    if (asked.kind === 'bool' || asked.kind === 'int') return asked.value ? 'True' : 'False'
    return this.symbols.key(asked)
  }
}

/** MindSpore raises TypeError for a size that is a bool. */
function hasBoolSize(layer: SymbolicLayer): boolean {
  const sizes: Expression[] = []
  mapLayer(
    layer,
    size => sizes.push(size),
    flag => flag,
  )
  return sizes.some(isBool)
}

interface Sizes {
  readonly stride: Polynomial
  /** dilation·(kernel_size − 1) + 1, the samples that one frame reaches. */
  readonly reach: Polynomial
  /** The length of the full convolution of so many frames. */
  readonly span: (frames: Polynomial) => Polynomial
  readonly convolution: readonly Polynomial[]
}

const source = Polynomial.atom(lengthAtom)
