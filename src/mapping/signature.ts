import type { Expression } from '../python/expression.ts'

/** A parameter that can be given by position or by keyword. `default` is null where it must be given. */
export interface Parameter {
  readonly name: string
  readonly default: Expression | null
  /** How the default is written, where `default` only stands for it. */
  readonly defaultText?: string
}

/** What a callable takes; `path` is its dotted name. */
export interface Signature {
  readonly path: string
  readonly parameters: readonly Parameter[]
}

/** Parameters that must be given. */
export function required(...names: readonly string[]): readonly Parameter[] {
  return names.map(name => ({ name, default: null }))
}

/** A default that is an int, as the expression that Python's source would be read as. */
export const int = (value: number): Expression => ({ kind: 'int', value: BigInt(value) })
/** A default that is a bool. */
export const bool = (value: boolean): Expression => ({ kind: 'bool', value })
/** A default that is a string. */
export const string = (value: string): Expression => ({ kind: 'string', value })
export const none: Expression = { kind: 'none' }
