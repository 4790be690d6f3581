import type { TorchConvTranspose1d } from './layer.ts'
import type { Outcome } from './outcome.ts'
import { at, reshape, type Tensor, zeros } from './tensor.ts'
import { torchLength, torchRaises } from './torch_raises.ts'

type Config = TorchConvTranspose1d<number, boolean>

/**
 * torch.nn.ConvTranspose1d by its definition: each input sample scatters its kernel over the output, `stride` apart.
 * x (N, C_in, L), weight (C_in, C_out / groups, kernel_size), bias (C_out) or null
 * -> (N, C_out, (L - 1)·s - 2p + d·(k - 1) + op + 1), as torch's documentation of the class has it; also without N.
 */
export function torchConvTranspose1d(layer: Config, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  if (x.shape.length !== 2) return batched(layer, x, weight, bias)
  const outcome = batched(layer, reshape(x, [1, ...x.shape]), weight, bias)
  return 'raises' in outcome ? outcome : { output: reshape(outcome.output, outcome.output.shape.slice(1)) }
}

function batched(layer: Config, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  const raises = torchRaises(layer, x) ?? weightRaises(layer, weight, bias)
  if (raises !== null) return { raises }
  const [batch = 0, , L = 0] = x.shape
  const output = zeros([batch, layer.out_channels, torchLength(layer, L)])
  if (layer.bias && bias) fillWithBias(output, bias)
  for (let n = 0; n < batch; n++) {
    for (let channel = 0; channel < layer.in_channels; channel++) {
      for (let i = 0; i < L; i++) scatter(layer, output, weight, n, channel, i, at(x, n, channel, i))
    }
  }
  return { output }
}

function weightRaises(layer: Config, weight: Tensor, bias: Tensor | null): string | null {
  const expected = [layer.in_channels, layer.out_channels / layer.groups, layer.kernel_size]
  if (`${weight.shape}` !== `${expected}`) {
    return `RuntimeError: size mismatch for weight: [${weight.shape}], the layer's is [${expected}]`
  }
  if (!layer.bias || `${bias?.shape}` === `${layer.out_channels}`) return null
  return `RuntimeError: bias (${layer.out_channels}) expected, but got [${bias?.shape}]`
}

function fillWithBias({ shape: [, channels = 0, length = 0], data }: Tensor, bias: Tensor): void {
  for (let offset = 0; offset < data.length; offset += length) {
    data.fill(at(bias, (offset / length) % channels), offset, offset + length)
  }
}

function scatter(
  layer: Config,
  output: Tensor,
  weight: Tensor,
  n: number,
  channel: number,
  i: number,
  x: number,
): void {
  const { in_channels, out_channels, kernel_size, stride, padding, groups, dilation } = layer
  const perGroup = out_channels / groups
  const first = Math.floor(channel / (in_channels / groups)) * perGroup
  const length = output.shape[2] ?? 0
  for (let c = 0; c < perGroup; c++) {
    const row = (n * out_channels + first + c) * length
    for (let j = 0; j < kernel_size; j++) {
      const sample = i * stride + j * dilation - padding
      if (sample < 0 || sample >= length) continue
      output.data[row + sample] = (output.data[row + sample] ?? 0) + x * at(weight, channel, c, j)
    }
  }
}
