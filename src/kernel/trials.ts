import { compare } from './compare.ts'
import { completed } from './completed.ts'
import { type Configuration, configurations } from './configurations.ts'
import { type NamedValues, namedValues } from './named_values.ts'
import type { NumericPair } from './numeric_pair.ts'
import { runningLength } from './runs.ts'
import { torchLength } from './torch_raises.ts'
import { sizeAtoms } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** Both sides run once, with values of all names. */
export interface Trial {
  readonly values: NamedValues
  readonly L: number
  /** The first sample of the full transposed convolution that torch keeps. */
  readonly first: number
  readonly torch_shape: readonly number[]
  /** Null where MindSpore raises, or where there is nothing to run. */
  readonly mindspore_shape: readonly number[] | null
  /** Null where there is nothing to run. */
  readonly equal: boolean | null
}

const most = 6

/** A handful of runs on small sizes, spread over what torch accepts; without a pipeline only torch's side. */
export function trials(torch: TorchLayer, mindspore: SymbolicPipeline | null): readonly Trial[] {
  const few = spread(configurations(torch, mindspore ?? []))
  const [only] = few
  const wanted = only && few.length === 1 ? Array.from({ length: most }, () => only) : few
  const all = wanted.flatMap((configuration, index) => trial(torch, mindspore, configuration, index + 1) ?? [])
  return [...new Map(all.map(each => [JSON.stringify([each.values, each.L]), each])).values()]
}

/** The smallest, the largest, and some between them; of those with something to crop and to overlap, where there are enough. */
function spread(every: readonly Configuration[]): readonly Configuration[] {
  const telling = every.filter(({ torch: { kernel_size, stride, padding } }) => kernel_size > stride && padding > 0)
  const all = telling.length >= most ? telling : every
  const step = Math.max(1, (all.length - 1) / (most - 1))
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

function trial(
  torch: TorchLayer,
  mindspore: SymbolicPipeline | null,
  configuration: Configuration,
  least: number,
): Trial | null {
  const L = runningLength(configuration.torch, least)
  const all = L === null ? null : completed(torch, mindspore ?? [], configuration.values, L)
  if (!all || L === null) return null
  const atoms = sizeAtoms([torch, ...(mindspore ?? [])])
  const { padding, out_channels } = all.torch
  const torch_shape = [1, out_channels, torchLength(all.torch, L)]
  const sides = { values: namedValues(atoms, all.values), L, first: padding, torch_shape }
  return { ...sides, ...(mindspore ? ran(all, L, torch_shape) : { mindspore_shape: null, equal: null }) }
}

function ran(
  { torch, mindspore }: NumericPair,
  L: number,
  torch_shape: readonly number[],
): Pick<Trial, 'mindspore_shape' | 'equal'> {
  const comparison = compare([torch], mindspore, L)
  if (comparison.result === 'equal') return { mindspore_shape: torch_shape, equal: true }
  if (comparison.result !== 'different') return { mindspore_shape: null, equal: false }
  return { mindspore_shape: comparison.difference.mindspore_shape, equal: false }
}
