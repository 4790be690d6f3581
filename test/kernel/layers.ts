import type { Conv1dTranspose, Layer, TorchConvTranspose1d } from '../../src/kernel/layer.ts'

export type Config = Omit<TorchConvTranspose1d<number, boolean>, 'layer'>
export type Layers = readonly Layer<number, boolean>[]

const defaults: Config = {
  in_channels: 1,
  out_channels: 1,
  kernel_size: 1,
  stride: 1,
  padding: 0,
  output_padding: 0,
  groups: 1,
  bias: true,
  dilation: 1,
}

export function config(given: Partial<Config>): Config {
  return { ...defaults, ...given }
}

/** d·(k - 1) + 1 */
export function effective({ kernel_size, dilation }: Config): number {
  return dilation * (kernel_size - 1) + 1
}

export function torchLayer(of: Config): TorchConvTranspose1d<number, boolean> {
  const { in_channels, out_channels, kernel_size, stride, padding, output_padding, groups, bias, dilation } = of
  const sizes = { in_channels, out_channels, kernel_size, stride, padding, output_padding, groups, bias, dilation }
  return { layer: 'torch.nn.ConvTranspose1d', ...sizes }
}

export function conv1d(of: Config, pad_mode: 'pad' | 'same' | 'valid', padding = 0): Conv1dTranspose<number, boolean> {
  const { in_channels, out_channels, kernel_size, stride, groups: group, bias: has_bias, dilation } = of
  const sizes = { in_channels, out_channels, kernel_size, stride, padding, dilation, group, has_bias }
  return { layer: 'mindspore.nn.Conv1dTranspose', pad_mode, ...sizes }
}

/** Conv2dTranspose lifted to one row, between Unflatten and Flatten. */
export function lifted(of: Config, left: number, right: number): Layers {
  const { in_channels, out_channels, groups: group, bias: has_bias } = of
  return [
    { layer: 'mindspore.nn.Unflatten' },
    {
      layer: 'mindspore.nn.Conv2dTranspose',
      in_channels,
      out_channels,
      kernel_size: [1, of.kernel_size],
      stride: [1, of.stride],
      padding: [0, 0, left, right],
      dilation: [1, of.dilation],
      group,
      has_bias,
    },
    { layer: 'mindspore.nn.Flatten' },
  ]
}

export function zeroPad(left: number, right: number): Layer<number, boolean> {
  return { layer: 'mindspore.nn.ConstantPad1d', left, right, value: 0 }
}

/** output_padding with `frames` zero frames appended to the input. */
export function withFrames(of: Config, frames: number): Layers {
  const right = of.padding - of.output_padding + frames * of.stride
  return [...(frames > 0 ? [zeroPad(0, frames)] : []), ...lifted(of, of.padding, right)]
}

/** The least number of frames with which nothing is cropped below zero: max(0, ceil((op - p) / s)). */
export function leastFrames({ padding, output_padding, stride }: Config): number {
  return Math.max(0, Math.ceil((output_padding - padding) / stride))
}
