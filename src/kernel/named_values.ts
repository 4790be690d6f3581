import type { PythonValue } from '../python/evaluate.ts'
import type { Atom } from '../python/expression.ts'
import type { Valuation } from './valuations.ts'

/** Values by the text of what has them, as Python writes both. */
export type NamedValues = Readonly<Record<string, string>>

/** The values of atoms, in their order. */
export function namedValues(atoms: readonly Atom[], values: Valuation): NamedValues {
  return Object.fromEntries(
    atoms.map(atom => [atom.text.replace(/\s+/g, ' '), printValue(values.get(atom.key) ?? null)]),
  )
}

/** An int or a bool; nothing else is drawn. */
function printValue(value: PythonValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
