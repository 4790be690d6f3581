import type { TorchConvTranspose1d } from './layer.ts'
import { type Check, firstFailing } from './outcome.ts'
import type { Tensor } from './tensor.ts'

type Config = TorchConvTranspose1d<number, boolean>

/**
 * The exception torch.nn.ConvTranspose1d raises for these sizes and an input (N, C_in, L), at construction or in forward;
 * null when there is none. Order and wording are those of torch 2.15.0 on CPU in float32, measured.
 * One corner is stricter than torch: dilation=0 with kernel_size=1, which oneDNN lets pass.
 */
export function torchRaises(layer: Config, x: Tensor): string | null {
  return firstFailing([...atConstruction(layer), ...onInput(layer, x), ...onSizes(layer), ...onLength(layer, x)])
}

/** (L - 1)·s - 2p + d·(k - 1) + op + 1 */
export function torchLength(layer: Config, L: number): number {
  const { kernel_size, stride, padding, output_padding, dilation } = layer
  return (L - 1) * stride - 2 * padding + dilation * (kernel_size - 1) + output_padding + 1
}

function atConstruction(layer: Config): readonly Check[] {
  const { in_channels, out_channels, kernel_size, groups } = layer
  const sizes = Object.values(layer).filter(value => typeof value === 'number')
  const weight = [in_channels, out_channels / groups, kernel_size]
  return [
    [!sizes.every(Number.isInteger), 'TypeError: sizes must be ints'],
    [groups < 1, 'ValueError: groups must be a positive integer'],
    [in_channels % groups !== 0, 'ValueError: in_channels must be divisible by groups'],
    [out_channels % groups !== 0, 'ValueError: out_channels must be divisible by groups'],
    [
      weight.some(n => n < 0),
      `RuntimeError: Trying to create tensor with negative dimension ${weight.find(n => n < 0)}: [${weight.join(', ')}]`,
    ],
  ]
}

function onInput({ in_channels, out_channels, kernel_size, groups }: Config, x: Tensor): readonly Check[] {
  const [batch, channels, L] = x.shape
  const shape = x.shape.join(', ')
  const weight = `weight of size [${in_channels}, ${out_channels / groups}, ${kernel_size}]`
  return [
    [
      x.shape.length !== 3,
      `RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv_transpose1d, but got input of size: [${shape}]`,
    ],
    [
      in_channels < groups,
      `RuntimeError: Given groups=${groups}, expected weight to be at least ${groups} at dimension 0, but got ${weight} instead`,
    ],
    [
      channels !== in_channels,
      `RuntimeError: Given transposed=1, ${weight}, expected input[${shape}] to have ${in_channels} channels, but got ${channels} channels instead`,
    ],
    [
      L === 0,
      `RuntimeError: Only zero batch or zero channel inputs are supported, but got input shape: [${batch}, ${channels}, 1, 0]`,
    ],
  ]
}

function onSizes(layer: Config): readonly Check[] {
  const { in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation } = layer
  const beyond = `but got output_padding_height: 0 output_padding_width: ${output_padding} stride_height: 1 stride_width: ${stride} dilation_height: 1 dilation_width: ${dilation}`
  return [
    [padding < 0, 'RuntimeError: negative padding is not supported'],
    [output_padding < 0, 'RuntimeError: negative output_padding is not supported'],
    [stride < 1, 'RuntimeError: non-positive stride is not supported'],
    [
      kernel_size < 1,
      'RuntimeError: kernel size should be greater than zero, but got kernel_height: 1 kernel_width: 0',
    ],
    [
      dilation < 1,
      `RuntimeError: dilation should be greater than zero, but got dilation_height: 1, dilation_width: ${dilation}`,
    ],
    [
      output_padding >= Math.max(stride, dilation),
      `RuntimeError: output padding must be smaller than either stride or dilation, ${beyond}`,
    ],
    [
      out_channels < 1,
      `RuntimeError: non-empty 2D or 4D weight tensor expected, but got: [${in_channels}, 0, 1, ${kernel_size}]`,
    ],
  ]
}

/** torch's own kernel refuses an empty output, oneDNN makes one; neither knows a negative length. */
function onLength(layer: Config, x: Tensor): readonly Check[] {
  const length = torchLength(layer, x.shape[2] ?? 0)
  const oneDnn = usesOneDnn(layer, x)
  return [
    [length < 0 && oneDnn, 'RuntimeError: could not construct a memory descriptor using a format tag'],
    [
      length <= 0 && !oneDnn,
      `RuntimeError: Given input size per channel: (1 x ${x.shape[2]}). Calculated output size per channel: (1 x ${length}). Output size is too small`,
    ],
  ]
}

/** ConvParams::use_mkldnn of ATen/native/Convolution.cpp for a 1-D kernel, with more than one thread. */
function usesOneDnn({ groups, output_padding, stride }: Config, x: Tensor): boolean {
  return output_padding < stride && (groups > 1 || (x.shape[0] ?? 0) > 1 || x.data.length > 20480)
}
