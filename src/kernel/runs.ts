import type { TorchConvTranspose1d } from './layer.ts'
import { zeros } from './tensor.ts'
import { torchRaises } from './torch_raises.ts'

/** Whether torch builds the layer and runs it on L frames. */
export function runs(layer: TorchConvTranspose1d<number, boolean>, L: number): boolean {
  return layer.in_channels >= 0 && torchRaises(layer, zeros([1, layer.in_channels, L])) === null
}
