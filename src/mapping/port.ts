import type { SymbolicPipeline } from '../kernel/window.ts'
import type { Expression } from '../python/expression.ts'
import type { Problem } from './bind.ts'
import type { BoundParameter } from './bound_parameter.ts'

/** A call of MindSpore's that stands for one of torch's. */
export type Port =
  | {
      readonly kind: 'bound'
      /** The dotted name of its convolution. */
      readonly path: string
      /** What the convolution is given. */
      readonly parameters: readonly BoundParameter[]
      /** The layers that it makes; null where they are not understood. */
      readonly pipeline: SymbolicPipeline | null
      /** All that is evaluated on the way, in order. */
      readonly values: readonly Expression[]
    }
  /** Python raises: these are no arguments of the convolution. */
  | { readonly kind: 'refused'; readonly path: string; readonly problem: Problem }
  /** None of the layers that are known here. */
  | { readonly kind: 'unread' }
