import { Symbols } from '../../src/kernel/symbols.ts'
import type { Expression } from '../../src/python/expression.ts'
import { scalarOf } from './scalar.ts'

/** The int that a size evidently is, whatever its names are; null where it depends on them. */
export function constant(value: Expression): bigint | null {
  return new Symbols().integer(scalarOf(value))?.constant ?? null
}

/** Whether a size evidently is 0; false where it depends on names. */
export function isZero(value: Expression): boolean {
  return constant(value) === 0n
}
