import type { Expression } from '../python/expression.ts'
import type { Pipeline, TorchConvTranspose1d } from './layer.ts'
import { numericPair } from './numeric_pair.ts'
import { runningLength } from './runs.ts'
import { sizeAtoms, type Valuation, valuations } from './valuations.ts'
import type { SymbolicLayer, SymbolicPipeline, TorchLayer } from './window.ts'

/** Values of the names that decide windows, with which torch runs, and the layers that they make, of one channel each. */
export interface Configuration {
  readonly values: Valuation
  readonly torch: TorchConvTranspose1d<number, boolean>
  readonly mindspore: Pipeline<number, boolean>
}

const mostTried = 20_000
const mostFound = 400

/** The configurations of small values, smallest first; channels, groups and bias are left out, since no window hangs on them. */
export function configurations(torch: TorchLayer, mindspore: SymbolicPipeline): readonly Configuration[] {
  const before = torchOfOneChannel(torch)
  const after = mindspore.map(ofOneChannel)
  const found: Configuration[] = []
  let tried = 0
  for (const values of valuations(sizeAtoms([before, ...after]))) {
    const pair = numericPair(before, after, values)
    if (pair && runningLength(pair.torch) !== null) found.push({ values, ...pair })
    if (++tried === mostTried || found.length === mostFound) break
  }
  return found
}

const one: Expression = { kind: 'int', value: 1n }
const yes: Expression = { kind: 'bool', value: true }

/** The layer with one channel in and out and a bias. */
export function ofOneChannel(layer: SymbolicLayer): SymbolicLayer {
  if (layer.layer === 'torch.nn.ConvTranspose1d') return torchOfOneChannel(layer)
  if (!('in_channels' in layer)) return layer
  return { ...layer, in_channels: one, out_channels: one, group: one, has_bias: yes }
}

/** torch's layer with one channel in and out and a bias. */
export function torchOfOneChannel(layer: TorchLayer): TorchLayer {
  return { ...layer, in_channels: one, out_channels: one, groups: one, bias: yes }
}
