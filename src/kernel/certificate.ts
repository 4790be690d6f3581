import type { Counterexample } from './counterexample.ts'
import type { KernelMessage } from './message.ts'

/**
 * What is known of a rewrite. `proved`: equal shapes and values for all inputs, weights and values of the names;
 * `tested`: equal on every sample that was drawn, without a proof; `refuted`: not equal, and where;
 * `unknown`: nothing could be said.
 */
export type Certificate =
  | {
      readonly status: 'proved'
      /** What a person can check by hand. */
      readonly statement: KernelMessage
      readonly assumes: readonly KernelMessage[]
    }
  | { readonly status: 'tested'; readonly statement: KernelMessage; readonly assumes: readonly KernelMessage[] }
  | {
      readonly status: 'refuted'
      readonly statement: KernelMessage
      readonly assumes: readonly KernelMessage[]
      readonly counterexample: Counterexample
    }
  | { readonly status: 'unknown'; readonly statement: KernelMessage; readonly assumes: readonly KernelMessage[] }
