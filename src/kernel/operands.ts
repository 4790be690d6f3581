import { type Channels, channelsOf } from './few_channels.ts'
import type { Layer, Pipeline } from './layer.ts'
import { size, type Tensor } from './tensor.ts'

export interface Operands {
  readonly x: Tensor
  readonly weight: Tensor
  readonly bias: Tensor
}

/**
 * Input (1, C_in, L), weight (C_in, C_out / groups, kernel_size) and bias (C_out) that fit the first convolution:
 * digits from 1 to 9, the same at every call.
 */
export function operands(layers: Pipeline<number, boolean>, L: number): Operands {
  const { in: into, out, groups, kernel } = firstConvolution(layers)
  const next = digits()
  return { x: next([1, into, L]), weight: next([into, out / groups, kernel]), bias: next([out]) }
}

function firstConvolution(layers: Pipeline<number, boolean>): Channels & { readonly kernel: number } {
  for (const layer of layers) {
    const channels = channelsOf(layer)
    if (channels) return { ...channels, kernel: kernelOf(layer) }
  }
  return { in: 1, out: 1, groups: 1, kernel: 1 }
}

function kernelOf(layer: Layer<number, boolean>): number {
  if (!('kernel_size' in layer)) return 1
  return typeof layer.kernel_size === 'number' ? layer.kernel_size : layer.kernel_size[1]
}

/** Draws tensors with Park and Miller's generator; a size that no tensor can have counts as 0. */
function digits(): (shape: readonly number[]) => Tensor {
  let state = 1
  const digit = () => {
    state = (state * 16807) % 2147483647
    return 1 + (state % 9)
  }
  return sizes => {
    const shape = sizes.map(length => (Number.isInteger(length) ? Math.max(0, length) : 0))
    return { shape, data: new Float64Array(size(shape)).map(digit) }
  }
}
