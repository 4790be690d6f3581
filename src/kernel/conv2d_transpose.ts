import { conv2dBackpropInput, type ForwardAxis } from './conv2d_backprop_input.ts'
import type { Conv2dTranspose } from './layer.ts'
import { addBias } from './mindspore_bias.ts'
import { conv2dTransposeRaises, operandsRaise } from './mindspore_raises.ts'
import type { Outcome } from './outcome.ts'
import type { Tensor } from './tensor.ts'

type Config = Conv2dTranspose<number, boolean>

/**
 * mindspore.nn.Conv2dTranspose with pad_mode='pad': the gradient of a convolution that pads by (top, bottom, left, right).
 * x (N, C_in, H, W), weight (C_in, C_out / group, *kernel_size), bias (C_out) or null
 * -> (N, C_out, H', W') with W' = W·s - left - right + k_eff - s, H' likewise; empty at 0, an exception below. Measured.
 */
export function conv2dTranspose(layer: Config, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  const raises =
    conv2dTransposeRaises(layer) ?? rankRaises(x) ?? operandsRaise(layer, layer.kernel_size, x, weight, bias)
  if (raises !== null) return { raises }
  const [, , height = 0, width = 0] = x.shape
  const [top, bottom, left, right] = layer.padding
  const rows = forwardAxis(layer, 0, height, top, bottom)
  const columns = forwardAxis(layer, 1, width, left, right)
  if (Math.min(rows.length, columns.length) < 0) {
    return { raises: `ValueError: Shape should not have negative values, but got (${rows.length}, ${columns.length})` }
  }
  const output = conv2dBackpropInput(x, weight, layer.group, rows, columns)
  return { output: layer.has_bias && bias ? addBias(output, bias) : output }
}

function rankRaises(x: Tensor): string | null {
  return x.shape.length === 4 ? null : `ValueError: not enough values to unpack (expected 4, got ${x.shape.length})`
}

function forwardAxis(layer: Config, axis: 0 | 1, outputs: number, before: number, after: number): ForwardAxis {
  const kernel = layer.kernel_size[axis]
  const stride = layer.stride[axis]
  const dilation = layer.dilation[axis]
  const span = kernel + (kernel - 1) * (dilation - 1)
  return { kernel, stride, dilation, before, length: outputs * stride - before - after + span - stride }
}
