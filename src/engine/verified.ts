import type { Certificate } from '../kernel/certificate.ts'
import type { Picture } from '../kernel/picture.ts'
import type { Trial } from '../kernel/trials.ts'
import type { Rejected } from '../mapping/api.ts'
import type { BoundParameter } from '../mapping/bound_parameter.ts'
import type { Applicability, Note } from './finding.ts'
import type { Message } from './message.ts'

export type { Counterexample } from '../kernel/counterexample.ts'
export type { Picture, PicturedWindow } from '../kernel/picture.ts'
export type { Trial } from '../kernel/trials.ts'
export type { BoundParameter } from '../mapping/bound_parameter.ts'

/** A certificate, or why there is none. */
export type Verdict =
  | Certificate
  | { readonly status: 'unknown'; readonly statement: Message; readonly assumes: readonly [] }

/** A parameter of torch's and the one that takes its place; null where a side has none. */
export interface ArgumentPair {
  readonly torch: BoundParameter | null
  readonly mindspore: BoundParameter | null
}

/** The arguments of both calls, side by side. */
export interface ArgumentTable {
  /** Dotted names of what is called; MindSpore's is null where there is no call of it. */
  readonly torch: string
  readonly mindspore: string | null
  readonly pairs: readonly ArgumentPair[]
}

/** All that can be said of one call. */
export interface Verification {
  readonly kind: 'verified'
  /** The call as it was given. */
  readonly call: string
  /** The port that was given to be certified. */
  readonly against: string | null
  /** Our own rewrite; null where there is none. */
  readonly rewrite: string | null
  readonly applicability: Applicability | null
  /** Of the port, where one was given; else of the rewrite. */
  readonly certificate: Verdict
  readonly notes: readonly Note[]
  readonly rejected: readonly Rejected[]
  /** Null for a call that Python refuses to make. */
  readonly arguments: ArgumentTable | null
  readonly samples: readonly Trial[]
  /** Null where the sizes of the layer are not known. */
  readonly picture: Picture | null
}

/** What `verify` gives: the verification, or why one of the two texts is no call to verify. */
export type Verified =
  | Verification
  | { readonly kind: 'unusable'; readonly which: 'call' | 'against'; readonly message: Message }
