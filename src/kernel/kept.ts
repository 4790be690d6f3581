import type { Conv1dTranspose, Conv2dTranspose, Pipeline, TorchConvTranspose1d } from './layer.ts'
import { torchLength } from './torch_raises.ts'

/** `length` samples of the full transposed convolution, from `first` on; beyond its end they are zero. */
export interface Kept {
  readonly first: number
  readonly length: number
}

type Torch = TorchConvTranspose1d<number, boolean>
type Conv1d = Conv1dTranspose<number, boolean>
type Conv2d = Conv2dTranspose<number, boolean>

/** The length of the uncropped transposed convolution of L frames: (L - 1)·s + k_eff. */
export function fullLength({ kernel_size, stride, dilation }: Sizes, L: number): number {
  return (L - 1) * stride + dilation * (kernel_size - 1) + 1
}

interface Sizes {
  readonly kernel_size: number
  readonly stride: number
  readonly dilation: number
}

/** What torch keeps. */
export function keptByTorch(layer: Torch, L: number): Kept {
  return { first: layer.padding, length: torchLength(layer, L) }
}

/** What MindSpore's Conv1dTranspose with torch's sizes keeps in a pad_mode; padding counts in 'pad' only. */
export function keptByMode(torch: Torch, pad_mode: Conv1d['pad_mode'], L: number): Kept {
  return keptByConv1d({ ...torch, pad_mode }, L)
}

/** What MindSpore's layers keep of torch's full convolution; null where they make another one, or more than a window. */
export function keptByPipeline(pipeline: Pipeline<number, boolean>, torch: Torch, L: number): Kept | null {
  const [only] = pipeline
  if (pipeline.length === 1 && only?.layer === 'mindspore.nn.Conv1dTranspose')
    return sameSizes(only, torch) ? keptByConv1d(only, L) : null
  const frames = only?.layer === 'mindspore.nn.ConstantPad1d' ? only : null
  const [unflatten, lifted, flatten, ...more] = frames ? pipeline.slice(1) : pipeline
  if (unflatten?.layer !== 'mindspore.nn.Unflatten' || flatten?.layer !== 'mindspore.nn.Flatten') return null
  if (lifted?.layer !== 'mindspore.nn.Conv2dTranspose' || more.length > 0) return null
  if (frames && (frames.left !== 0 || frames.value !== 0)) return null
  return sameSizes(inOneRow(lifted), torch) ? keptByLifted(lifted, L + (frames?.right ?? 0)) : null
}

type Cropping = Sizes & Pick<Conv1d, 'pad_mode' | 'padding'>

function keptByConv1d({ pad_mode, padding, ...sizes }: Cropping, L: number): Kept {
  const full = fullLength(sizes, L)
  const overlap = Math.max(0, fullLength(sizes, 1) - sizes.stride)
  switch (pad_mode) {
    case 'pad':
      return { first: padding, length: full - 2 * padding }
    case 'valid':
      return { first: 0, length: L * sizes.stride + overlap }
    case 'same':
      return { first: Math.floor(overlap / 2), length: L * sizes.stride }
  }
}

function keptByLifted(layer: Conv2d, L: number): Kept | null {
  const [top, bottom, left, right] = layer.padding
  if (layer.kernel_size[0] !== 1 || top !== 0 || bottom !== 0) return null
  return { first: left, length: fullLength(inOneRow(layer), L) - left - right }
}

function inOneRow({ kernel_size, stride, dilation }: Conv2d): Sizes {
  return { kernel_size: kernel_size[1], stride: stride[1], dilation: dilation[1] }
}

function sameSizes(a: Sizes, b: Sizes): boolean {
  return a.kernel_size === b.kernel_size && a.stride === b.stride && a.dilation === b.dilation
}
