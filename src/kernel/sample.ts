import type { Atom } from '../python/expression.ts'
import { compare } from './compare.ts'
import { type Completed, completed } from './completed.ts'
import type { Counterexample } from './counterexample.ts'
import { namedValues } from './named_values.ts'
import { type NumericPair, numericPair } from './numeric_pair.ts'
import { runningLength } from './runs.ts'
import { simplified } from './simplified.ts'
import { torchLength } from './torch_raises.ts'
import { sizeAtoms, type Valuation, valuations } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** What trying values gave: how many torch accepted, and the smallest at which the two differ. */
export interface Samples {
  readonly valid: number
  readonly counterexample: Counterexample | null
  /** Whether the counterexample had to choose what a call returns. */
  readonly choseCall: boolean
}

const lengths = 4
const mostSamples = 600
/** With many names there is no end of values. */
const mostTried = 8000

/** Tries values of the names at which torch runs, small ones first, and stops at the first difference. */
export function sample(torch: TorchLayer, mindspore: SymbolicPipeline): Samples {
  const [before, after] = simplified(torch, mindspore)
  const atoms = sizeAtoms([before, ...after])
  let valid = 0
  let tried = 0
  for (const values of valuations(atoms)) {
    const pair = numericPair(before, after, values)
    for (const L of pair ? lengthsOf(pair) : []) {
      valid++
      const found = pair && counterexampleAt({ ...pair, values }, atoms, L)
      if (!found) continue
      const counterexample = inFull(torch, mindspore, values, L) ?? found
      return { valid, counterexample, choseCall: atoms.some(atom => !atom.pure) }
    }
    if (valid >= mostSamples || ++tried >= mostTried) break
  }
  return { valid, counterexample: null, choseCall: false }
}

/** The shortest inputs that torch takes. */
function lengthsOf({ torch }: NumericPair): readonly number[] {
  const least = runningLength(torch)
  return least === null ? [] : Array.from({ length: lengths }, (_, more) => least + more)
}

/** The counterexample with values of all names, also of those that the difference does not hang on. */
function inFull(torch: TorchLayer, mindspore: SymbolicPipeline, found: Valuation, L: number): Counterexample | null {
  const all = completed(torch, mindspore, found, L)
  const atoms = sizeAtoms([torch, ...mindspore]).filter(atom => atom.pure || found.has(atom.key))
  return all && counterexampleAt(all, atoms, L)
}

function counterexampleAt(
  { torch, mindspore, values: valuation }: Completed,
  atoms: readonly Atom[],
  L: number,
): Counterexample | null {
  const comparison = compare([torch], mindspore, L)
  if (comparison.result === 'equal' || comparison.result === 'torch raises') return null
  const values = namedValues(atoms, valuation)
  if (comparison.result === 'different') return { values, ...comparison.difference }
  const torch_shape = [1, torch.out_channels, torchLength(torch, L)]
  const nothing = { mindspore_shape: [], index: null, torch: null, mindspore: null }
  return { values, L, torch_shape, ...nothing, mindspore_raises: comparison.raises }
}
