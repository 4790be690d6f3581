import type { Counterexample } from './counterexample.ts'
import { type Channels, fewChannels, fullChannel, sharedChannels, withChannels } from './few_channels.ts'
import type { Pipeline } from './layer.ts'
import { operands } from './operands.ts'
import { run } from './run.ts'
import { size, type Tensor } from './tensor.ts'

/** Where two pipelines differ: a counterexample but for the values that led to it. */
export type Difference = Omit<Counterexample, 'values'>

export type Comparison =
  | { readonly result: 'equal' }
  | { readonly result: 'torch raises'; readonly raises: string }
  | { readonly result: 'mindspore raises'; readonly raises: string }
  | { readonly result: 'different'; readonly difference: Difference }

/**
 * Runs both pipelines on one sequence of length L with the same parameters, small integers, so that equal means equal to
 * the last bit. Where both agree on channels, few are run: see `fewChannels`; shapes and index are given for all of them.
 * Input and parameters are positive where they are not zero, so that no contribution cancels another. Still, equal on one
 * length is not equal on all: a short sequence leaves zeros between taps that dilation sets apart, alike in either window.
 */
export function compare(torch: Pipeline<number, boolean>, mindspore: Pipeline<number, boolean>, L: number): Comparison {
  const all = sharedChannels([...torch, ...mindspore])
  if (!all) return compareAsIs(torch, mindspore, L)
  const few = fewChannels(all)
  return inFull(compareAsIs(withChannels(torch, few), withChannels(mindspore, few), L), few, all)
}

function compareAsIs(torch: Pipeline<number, boolean>, mindspore: Pipeline<number, boolean>, L: number): Comparison {
  const { x, weight, bias } = operands([...torch, ...mindspore], L)
  const expected = run(torch, x, weight, bias)
  if ('raises' in expected) return { result: 'torch raises', raises: expected.raises }
  const actual = run(mindspore, x, weight, bias)
  if ('raises' in actual) return { result: 'mindspore raises', raises: actual.raises }
  return compareOutputs(expected.output, actual.output, L)
}

function compareOutputs(torch: Tensor, mindspore: Tensor, L: number): Comparison {
  const shapes = { L, torch_shape: torch.shape, mindspore_shape: mindspore.shape }
  if (`${torch.shape}` !== `${mindspore.shape}`) {
    return { result: 'different', difference: { ...shapes, index: null, torch: null, mindspore: null } }
  }
  const offset = torch.data.findIndex((value, at) => value !== mindspore.data[at])
  if (offset < 0) return { result: 'equal' }
  const values = { torch: torch.data[offset] ?? null, mindspore: mindspore.data[offset] ?? null }
  return { result: 'different', difference: { ...shapes, index: indexOf(offset, torch.shape), ...values } }
}

function indexOf(offset: number, shape: readonly number[]): readonly number[] {
  return shape.map((length, axis) => Math.floor(offset / size(shape.slice(axis + 1))) % length)
}

function inFull(comparison: Comparison, few: Channels, all: Channels): Comparison {
  if (comparison.result !== 'different') return comparison
  const { torch_shape, mindspore_shape, index, ...rest } = comparison.difference
  const full = (shape: readonly number[]) => shape.with(1, all.out)
  const difference = {
    ...rest,
    torch_shape: full(torch_shape),
    mindspore_shape: full(mindspore_shape),
    index: index?.with(1, fullChannel(index[1] ?? 0, few, all)) ?? null,
  }
  return { result: 'different', difference }
}
