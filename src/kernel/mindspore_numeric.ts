import { constantPad1d } from './constant_pad1d.ts'
import { conv1dTranspose } from './conv1d_transpose.ts'
import { conv2dTranspose } from './conv2d_transpose.ts'
import type { Layer, TorchConvTranspose1d } from './layer.ts'
import type { Outcome } from './outcome.ts'
import { reshape, type Tensor } from './tensor.ts'

export type MindsporeLayer = Exclude<Layer<number, boolean>, TorchConvTranspose1d<number, boolean>>

/**
 * A MindSpore layer in MindSpore's own way, sharing no convolution with torch's.
 * weight (C_in, C_out / group, 1, kernel_size) and bias (C_out) are for the layers that have them.
 */
export function runMindspore(layer: MindsporeLayer, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  switch (layer.layer) {
    case 'mindspore.nn.Conv1dTranspose':
      return conv1dTranspose(layer, x, weight, bias)
    case 'mindspore.nn.Conv2dTranspose':
      return conv2dTranspose(layer, x, weight, bias)
    case 'mindspore.nn.ConstantPad1d':
      return constantPad1d(layer, x)
    case 'mindspore.nn.Unflatten':
      return { output: reshape(x, [...x.shape.slice(0, 2), 1, ...x.shape.slice(2)]) }
    case 'mindspore.nn.Flatten':
      return flatten(x)
  }
}

function flatten(x: Tensor): Outcome {
  const [batch = 0, channels = 0, height, width, ...rest] = x.shape
  if (height === undefined || width === undefined) {
    return { raises: "ValueError: 'start_dim' or 'end_dim' out of range." }
  }
  return { output: reshape(x, [batch, channels, height * width, ...rest]) }
}
