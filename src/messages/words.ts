import type { Said } from './said.ts'

/** One language's words for every message of a union: a function of the message's arguments for each id. */
export type WordsFor<M extends { readonly id: string }> = {
  readonly [K in M['id']]: (message: Extract<M, { readonly id: K }>) => string
}

/** One language's words for all that is said; a missing or a stale id does not compile. */
export type Words = WordsFor<Said>
