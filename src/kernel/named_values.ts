import type { PythonValue } from '../python/evaluate.ts'
import type { Atom } from '../python/expression.ts'
import type { Valuation } from './valuations.ts'

/** Values by the text of what has them, as Python writes both. */
export type NamedValues = Readonly<Record<string, string>>

/** The values of atoms, in their order. Where the same text has several values, as a call that runs twice, they are numbered. */
export function namedValues(atoms: readonly Atom[], values: Valuation): NamedValues {
  const texts = atoms.map(({ text }) => text.replace(/\s+/g, ' '))
  const entries = atoms.map((atom, index): readonly [string, string] => {
    const text = texts[index] ?? ''
    const before = texts.slice(0, index).filter(each => each === text).length
    return [before === 0 ? text : `${text} (${before + 1})`, printValue(values.get(atom.key) ?? null)]
  })
  return Object.fromEntries(entries)
}

/** An int or a bool; nothing else is drawn. */
function printValue(value: PythonValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
