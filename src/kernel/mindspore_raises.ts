import type { Conv1dTranspose, Conv2dTranspose } from './layer.ts'
import { type Check, firstFailing } from './outcome.ts'
import type { Tensor } from './tensor.ts'

/** What mindspore.nn.Conv1dTranspose raises at construction, measured on 2.10.0; null when there is nothing to raise. */
export function conv1dTransposeRaises(layer: Conv1dTranspose<number, boolean>): string | null {
  const { in_channels, out_channels, kernel_size, stride, padding, dilation, group, pad_mode } = layer
  const least = atLeast('Conv1dTranspose')
  return firstFailing([
    ...least(1, { in_channels, out_channels, kernel_size, stride, dilation, group }),
    ...least(0, { padding }),
    ...divisible('Conv1dTranspose', layer),
    [
      pad_mode !== 'pad' && padding !== 0,
      `ValueError: For 'Conv2DBackpropInput', the 'pad' must be zero or (0, 0, 0, 0) when 'pad_mode' is not "pad"`,
    ],
  ])
}

/** What mindspore.nn.Conv2dTranspose with pad_mode='pad' raises at construction, measured on 2.10.0. */
export function conv2dTransposeRaises(layer: Conv2dTranspose<number, boolean>): string | null {
  const { in_channels, out_channels, group } = layer
  const least = atLeast('Conv2dTranspose')
  return firstFailing([
    ...least(1, { in_channels, out_channels, group }),
    ...layer.kernel_size.flatMap(item => least(1, { 'kernel_size item': item })),
    ...layer.stride.flatMap(item => least(1, { 'stride item': item })),
    ...layer.dilation.flatMap(item => least(1, { 'dilation item': item })),
    ...layer.padding.flatMap(item => least(0, { 'padding item': item })),
    ...divisible('Conv2dTranspose', layer),
  ])
}

/** Sizes of a transposed convolution that its input and parameters have to fit. */
interface Sizes {
  readonly in_channels: number
  readonly out_channels: number
  readonly group: number
  readonly has_bias: boolean
}

/** What a transposed convolution raises in forward, or on loading parameters of another shape. */
export function operandsRaise(
  layer: Sizes,
  kernel: readonly number[],
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
): string | null {
  const expected = [layer.in_channels, layer.out_channels / layer.group, ...kernel]
  return firstFailing([
    [`${weight.shape}` !== `${expected}`, `RuntimeError: weight is [${weight.shape}], the layer's is [${expected}]`],
    [
      layer.has_bias && `${bias?.shape}` !== `${layer.out_channels}`,
      `RuntimeError: bias is [${bias?.shape}], the layer's is [${layer.out_channels}]`,
    ],
    [
      x.shape[1] !== layer.in_channels,
      'RuntimeError: could not create a primitive descriptor for the convolution forward propagation primitive',
    ],
  ])
}

function atLeast(name: string): (least: number, values: Readonly<Record<string, number>>) => readonly Check[] {
  return (least, values) =>
    Object.entries(values).map(([key, value]) => [
      !Number.isInteger(value) || value < least,
      `ValueError: For '${name}', the '${key}' must be int and must >= ${least}, but got '${value}'`,
    ])
}

function divisible(name: string, { in_channels, out_channels, group }: Omit<Sizes, 'has_bias'>): readonly Check[] {
  return Object.entries({ in_channels, out_channels }).map(([key, channels]) => [
    channels % group !== 0,
    `ValueError: For '${name}', the '${key}' must be divisible by attr 'group', but got '${channels}' and '${group}'`,
  ])
}
