import type { PythonValue } from '../python/evaluate.ts'
import type { Atom } from '../python/expression.ts'
import { type Comparison, compare } from './compare.ts'
import type { Counterexample } from './counterexample.ts'
import { numericPair } from './numeric_pair.ts'
import { simplified } from './simplified.ts'
import { sizeAtoms, type Valuation, valuations } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** What trying values gave: how many torch accepted, and the smallest at which the two differ. */
export interface Samples {
  readonly valid: number
  readonly counterexample: Counterexample | null
  /** Whether the counterexample had to choose what a call returns. */
  readonly choseCall: boolean
}

const lengths = [1, 2, 3, 4]
const mostSamples = 600

/** Tries values of the names, small ones first, and stops at the first difference. Values at which torch raises do not count. */
export function sample(torch: TorchLayer, mindspore: SymbolicPipeline): Samples {
  const [before, after] = simplified(torch, mindspore)
  const atoms = sizeAtoms([before, ...after])
  let valid = 0
  for (const valuation of valuations(atoms)) {
    const pair = numericPair(before, after, valuation)
    for (const L of pair ? lengths : []) {
      const comparison = pair && compare([pair.torch], pair.mindspore, L)
      if (!comparison || comparison.result === 'torch raises') continue
      valid++
      const counterexample = differing(comparison, L, atoms, valuation)
      if (counterexample) return { valid, counterexample, choseCall: atoms.some(atom => !atom.pure) }
    }
    if (valid >= mostSamples) break
  }
  return { valid, counterexample: null, choseCall: false }
}

function differing(
  comparison: Comparison,
  L: number,
  atoms: readonly Atom[],
  valuation: Valuation,
): Counterexample | null {
  if (comparison.result === 'equal' || comparison.result === 'torch raises') return null
  const values = Object.fromEntries(atoms.map(atom => [atom.text, printValue(valuation.get(atom.key))]))
  if (comparison.result === 'different') return { values, ...comparison.difference }
  return { values, L, torch_shape: [], mindspore_shape: [], index: null, torch: null, mindspore: null }
}

function printValue(value: PythonValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
