import type { BlockingCode } from './blocking.ts'
import type { MappingMessage } from './message.ts'
import type { Outcome } from './rule.ts'

/** A way to write the whole call. `{nn}` and `{ms}` stand for the names that mindspore.nn and mindspore are bound to. */
export interface Recipe {
  readonly code: 'TSP101' | 'TSP102'
  /** What is written in place of the callee. */
  readonly callee: string
  /** Written behind the call's closing parenthesis. */
  readonly after: string
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** What changes around the call in silence, so that the fix is unsafe; null where nothing does. */
  readonly unsafe: MappingMessage | null
  /** What there is to say of the parameter that made this recipe necessary. */
  readonly note: { readonly subject: string; readonly message: MappingMessage } | null
}

/** The recipe, or why there is none. */
export type Composed =
  | Recipe
  | { readonly code: BlockingCode; readonly parameter: string; readonly note: MappingMessage }
