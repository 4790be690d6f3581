import type { Finding } from '../../src/engine/finding.ts'
import type { Options } from '../../src/engine/options.ts'
import type { Verification } from '../../src/engine/verified.ts'

/** A text as it is now, and how it is to be looked at. */
export interface Subject {
  readonly source: string
  readonly options: Partial<Options>
}

/** A text after its fixes. */
export interface Rewritten {
  readonly text: string
  /** How many findings were mended. */
  readonly fixes: number
}

/** What is found in a text, and what the fixes make of it. */
export interface Looked {
  readonly findings: readonly Finding[]
  readonly safe: Rewritten
  readonly unsafe: Rewritten
}

/** The call at a place, and what was found there, where something was. */
export interface CallAt {
  readonly verification: Verification
  readonly finding: Finding | null
}

/** What the engine is asked, and what it answers; offsets are in UTF-16 code units. */
export interface Exchange {
  readonly look: { readonly asked: Subject; readonly answer: Looked }
  readonly call: { readonly asked: Subject & { readonly offset: number }; readonly answer: CallAt | null }
}

export type Kind = keyof Exchange

/** A question as it is sent. */
export type Question = { readonly [K in Kind]: { readonly kind: K; readonly asked: Exchange[K]['asked'] } }[Kind]

/** What the worker sends: that it is ready, then for each question its answer or why there is none. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Exchange[Kind]['answer'] }
  | { readonly kind: 'failed'; readonly reason: string }
