import type { PythonValue } from '../python/evaluate.ts'
import { type Atom, atomsOf, type Expression } from '../python/expression.ts'
import { mapLayer } from './layer.ts'
import type { SymbolicPipeline } from './window.ts'

/** A value for each atom, by its key. */
export type Valuation = ReadonlyMap<string, PythonValue>

/** The names that decide sizes, or whether there is a bias, in the order in which they are first read. */
export function sizeAtoms(layers: SymbolicPipeline): readonly Atom[] {
  const found = new Map<string, Atom>()
  const visit = (expression: Expression) => {
    for (const atom of atomsOf(expression)) if (!found.has(atom.key)) found.set(atom.key, atom)
  }
  for (const layer of layers) mapLayer(layer, visit, visit)
  return [...found.values()]
}

/** All combinations of values from 0 up to a bound, smaller bounds first. */
export function* valuations(atoms: readonly Atom[]): Generator<Valuation> {
  const most = atoms.length === 0 ? 0 : atoms.length <= 2 ? 16 : atoms.length <= 4 ? 6 : 3
  for (let bound = 0; bound <= most; bound++)
    for (const values of upTo(bound, atoms.length)) if (Math.max(...values, 0) === bound) yield valuation(atoms, values)
}

function valuation(atoms: readonly Atom[], values: readonly number[]): Valuation {
  return new Map(atoms.map((atom, index) => [atom.key, BigInt(values[index] ?? 0)]))
}

function* upTo(bound: number, count: number): Generator<readonly number[]> {
  if (count === 0) return void (yield [])
  for (const rest of upTo(bound, count - 1)) for (let value = 0; value <= bound; value++) yield [...rest, value]
}
