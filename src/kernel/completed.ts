import { type NumericPair, numericPair } from './numeric_pair.ts'
import { runs } from './runs.ts'
import { sizeAtoms, type Valuation, valuations } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** Values of all names, and the layers that they make. */
export interface Completed extends NumericPair {
  readonly values: Valuation
}

const mostTried = 5000

/** Adds to values of some names the smallest ones of all others with which torch runs on L frames; null where none were found. */
export function completed(
  torch: TorchLayer,
  mindspore: SymbolicPipeline,
  found: Valuation,
  L: number,
): Completed | null {
  const others = sizeAtoms([torch, ...mindspore]).filter(atom => !found.has(atom.key))
  let tried = 0
  for (const more of valuations(others)) {
    const values = new Map([...found, ...more])
    const pair = numericPair(torch, mindspore, values)
    if (pair && runs(pair.torch, L)) return { ...pair, values }
    if (++tried === mostTried) return null
  }
  return null
}
