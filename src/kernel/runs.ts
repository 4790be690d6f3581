import type { TorchConvTranspose1d } from './layer.ts'
import { zeros } from './tensor.ts'
import { torchLength, torchRaises } from './torch_raises.ts'

type Torch = TorchConvTranspose1d<number, boolean>

const longest = 64

/** Whether torch builds the layer and runs it on L frames. */
export function runs(layer: Torch, L: number): boolean {
  return layer.in_channels >= 0 && torchRaises(layer, zeros([1, layer.in_channels, L])) === null
}

/** The least input length, from `least` on, at which torch runs; null where a short one does not do. */
export function runningLength(layer: Torch, least = 1): number | null {
  const missing = 1 - torchLength(layer, least)
  const L = missing > 0 && layer.stride > 0 ? least + Math.ceil(missing / layer.stride) : least
  return L <= longest && runs(layer, L) ? L : null
}
