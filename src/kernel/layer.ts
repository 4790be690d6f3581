/**
 * The layers that take part in a rewrite, with their parameters named as in their framework.
 * `N` is what a size is: a number where the layer is run, a polynomial where it is reasoned about; `B` likewise for a flag.
 * torch's input is (N, C_in, L), its weight (C_in, C_out / groups, kernel_size); MindSpore's differ as said at each layer.
 */
export type Layer<N, B> =
  | TorchConvTranspose1d<N, B>
  | Conv1dTranspose<N, B>
  | ConstantPad1d<N>
  | Unflatten
  | Conv2dTranspose<N, B>
  | Flatten

export interface TorchConvTranspose1d<N, B> {
  readonly layer: 'torch.nn.ConvTranspose1d'
  readonly in_channels: N
  readonly out_channels: N
  readonly kernel_size: N
  readonly stride: N
  readonly padding: N
  readonly output_padding: N
  readonly groups: N
  readonly bias: B
  readonly dilation: N
}

/** mindspore.nn.Conv1dTranspose; weight (C_in, C_out / group, 1, kernel_size). */
export interface Conv1dTranspose<N, B> {
  readonly layer: 'mindspore.nn.Conv1dTranspose'
  readonly in_channels: N
  readonly out_channels: N
  readonly kernel_size: N
  readonly stride: N
  readonly pad_mode: 'pad' | 'same' | 'valid'
  readonly padding: N
  readonly dilation: N
  readonly group: N
  readonly has_bias: B
}

/** mindspore.nn.ConstantPad1d((left, right), value) on (N, C, L). */
export interface ConstantPad1d<N> {
  readonly layer: 'mindspore.nn.ConstantPad1d'
  readonly left: N
  readonly right: N
  readonly value: number
}

/** mindspore.nn.Unflatten(2, (1, -1)): (N, C, L) becomes (N, C, 1, L). */
export interface Unflatten {
  readonly layer: 'mindspore.nn.Unflatten'
}

/** mindspore.nn.Conv2dTranspose with pad_mode='pad'; weight (C_in, C_out / group, *kernel_size). */
export interface Conv2dTranspose<N, B> {
  readonly layer: 'mindspore.nn.Conv2dTranspose'
  readonly in_channels: N
  readonly out_channels: N
  readonly kernel_size: readonly [N, N]
  readonly stride: readonly [N, N]
  /** top, bottom, left, right */
  readonly padding: readonly [N, N, N, N]
  readonly dilation: readonly [N, N]
  readonly group: N
  readonly has_bias: B
}

/** mindspore.nn.Flatten(2, 3): (N, C, H, W) becomes (N, C, H·W). */
export interface Flatten {
  readonly layer: 'mindspore.nn.Flatten'
}

/** Layers one after another, as nn.SequentialCell runs them. */
export type Pipeline<N, B> = readonly Layer<N, B>[]

/** The same layer with its sizes and flags changed. */
export function mapLayer<N, B, M, C>(layer: Layer<N, B>, size: (size: N) => M, flag: (flag: B) => C): Layer<M, C> {
  switch (layer.layer) {
    case 'torch.nn.ConvTranspose1d':
      return mapTorch(layer, size, flag)
    case 'mindspore.nn.Conv1dTranspose':
      return {
        ...layer,
        ...mapSizes(layer, size),
        kernel_size: size(layer.kernel_size),
        stride: size(layer.stride),
        padding: size(layer.padding),
        dilation: size(layer.dilation),
        group: size(layer.group),
        has_bias: flag(layer.has_bias),
      }
    case 'mindspore.nn.Conv2dTranspose': {
      const pair = ([a, b]: readonly [N, N]): readonly [M, M] => [size(a), size(b)]
      const [top, bottom, left, right] = layer.padding
      return {
        ...layer,
        ...mapSizes(layer, size),
        kernel_size: pair(layer.kernel_size),
        stride: pair(layer.stride),
        padding: [size(top), size(bottom), size(left), size(right)],
        dilation: pair(layer.dilation),
        group: size(layer.group),
        has_bias: flag(layer.has_bias),
      }
    }
    case 'mindspore.nn.ConstantPad1d':
      return { ...layer, left: size(layer.left), right: size(layer.right) }
    default:
      return layer
  }
}

/** The same for torch's layer, whose kind stays. */
export function mapTorch<N, B, M, C>(
  layer: TorchConvTranspose1d<N, B>,
  size: (size: N) => M,
  flag: (flag: B) => C,
): TorchConvTranspose1d<M, C> {
  return {
    ...layer,
    ...mapSizes(layer, size),
    kernel_size: size(layer.kernel_size),
    stride: size(layer.stride),
    padding: size(layer.padding),
    output_padding: size(layer.output_padding),
    groups: size(layer.groups),
    dilation: size(layer.dilation),
    bias: flag(layer.bias),
  }
}

function mapSizes<N, M>(layer: { readonly in_channels: N; readonly out_channels: N }, size: (size: N) => M) {
  return { in_channels: size(layer.in_channels), out_channels: size(layer.out_channels) }
}
