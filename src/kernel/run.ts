import type { Layer, Pipeline } from './layer.ts'
import { runMindspore } from './mindspore_numeric.ts'
import type { Outcome } from './outcome.ts'
import { reshape, type Tensor } from './tensor.ts'
import { torchConvTranspose1d } from './torch_numeric.ts'

/**
 * Runs layers one after another on x (N, C_in, L), up to the first that raises.
 * Every convolution gets the same parameters in torch's layout, weight (C_in, C_out / groups, kernel_size) and
 * bias (C_out), as porting a checkpoint would give them; a layer without bias leaves it. Parameters of another shape raise.
 */
export function run(pipeline: Pipeline<number, boolean>, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  let outcome: Outcome = { output: x }
  for (const layer of pipeline) {
    if ('raises' in outcome) return outcome
    outcome = runLayer(layer, outcome.output, weight, bias)
  }
  return outcome
}

function runLayer(layer: Layer<number, boolean>, x: Tensor, weight: Tensor, bias: Tensor | null): Outcome {
  if (layer.layer === 'torch.nn.ConvTranspose1d') return torchConvTranspose1d(layer, x, weight, bias)
  const lifted = reshape(weight, [...weight.shape.slice(0, 2), 1, ...weight.shape.slice(2)])
  return runMindspore(layer, x, lifted, bias)
}
