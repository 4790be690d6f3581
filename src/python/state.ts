import type { Binding } from './scope.ts'

/** The bindings that a name can have at a point; `null` among them: none at all. */
export type Reaching = ReadonlySet<Binding | null>

/** What is known at a point of the program. */
export interface State {
  readonly bindings: Reaching
  /** False after a return or raise; such a state is read by what stands there, but goes nowhere. */
  readonly live: boolean
}

export const unbound: Reaching = new Set([null])

/** What is known where two ways meet. */
export function join(a: State, b: State): State {
  if (a.live !== b.live) return a.live ? a : b
  return { bindings: new Set([...a.bindings, ...b.bindings]), live: a.live }
}
