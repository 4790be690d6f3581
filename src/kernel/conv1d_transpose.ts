import { conv2dBackpropInput, type ForwardAxis } from './conv2d_backprop_input.ts'
import type { Conv1dTranspose } from './layer.ts'
import { addBias } from './mindspore_bias.ts'
import { conv1dTransposeRaises, operandsRaise } from './mindspore_raises.ts'
import type { Outcome } from './outcome.ts'
import { reshape, type Tensor } from './tensor.ts'

type Config = Conv1dTranspose<number, boolean>

/**
 * mindspore.nn.Conv1dTranspose: the input as an image of one row, through the gradient of a convolution in `pad_mode`.
 * x (N, C_in, L), weight (C_in, C_out / group, 1, kernel_size), bias (C_out) or null
 * -> (N, C_out, L·s in 'same', L·s + max(k_eff - s, 0) in 'valid', L·s - 2p + k_eff - s in 'pad'), k_eff = d·(k - 1) + 1;
 * empty at length 0, an exception below. Measured; the documentation's length for 'same' is another.
 */
export function conv1dTranspose(layer: Config, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  const raises =
    conv1dTransposeRaises(layer) ?? rankRaises(x) ?? operandsRaise(layer, [1, layer.kernel_size], x, weight, bias)
  if (raises !== null) return { raises }
  const [batch = 0, channels = 0, L = 0] = x.shape
  const columns = forwardAxis(layer, L)
  if (columns.length < 0)
    return { raises: `ValueError: Shape should not have negative values, but got ${columns.length}` }
  const rows = { length: 1, kernel: 1, stride: 1, dilation: 1, before: 0 }
  const image = conv2dBackpropInput(reshape(x, [batch, channels, 1, L]), weight, layer.group, rows, columns)
  const output = reshape(image, [batch, layer.out_channels, columns.length])
  return { output: layer.has_bias && bias ? addBias(output, bias) : output }
}

function rankRaises(x: Tensor): string | null {
  if (x.shape.length === 3) return null
  return `ValueError: For 'Conv1dTranspose', the dimension of input must be 3d, but got ${x.shape.length}.`
}

/** The convolution that would make `outputs` samples; how much it pads is by its own rule, TensorFlow's for 'same'. */
function forwardAxis(layer: Config, outputs: number): ForwardAxis {
  const { kernel_size: kernel, stride, dilation, padding, pad_mode } = layer
  const span = kernel + (kernel - 1) * (dilation - 1)
  const axis = { kernel, stride, dilation }
  switch (pad_mode) {
    case 'pad':
      return { ...axis, length: outputs * stride - 2 * padding + span - stride, before: padding }
    case 'valid':
      return { ...axis, length: outputs * stride + Math.max(span - stride, 0), before: 0 }
    case 'same': {
      const length = outputs * stride
      const total = Math.max(0, (Math.ceil(length / stride) - 1) * stride + span - length)
      return { ...axis, length, before: Math.floor(total / 2) }
    }
  }
}
