/** What the kernel has to say. `first`, `length`, `conditions` are formulas; `name` is text of the program. */
export type KernelMessage =
  | {
      readonly id: 'proof.equal'
      readonly first: string
      readonly length: string
      /** What the proof leans on; each holds wherever torch does not raise. */
      readonly conditions: readonly string[]
    }
  | { readonly id: 'proof.tested'; readonly samples: number }
  | { readonly id: 'proof.refuted' }
  | { readonly id: 'proof.unknown'; readonly reason: UnknownReason }
  | { readonly id: 'assume.int'; readonly name: string }
  /** The place names a class that equals torch's for all arguments; `path` is its dotted name. */
  | { readonly id: 'proof.compat'; readonly path: string }
  | { readonly id: 'assume.compat'; readonly path: string }
  /** A call of MindSpore's, written out, makes the layer that it made. */
  | { readonly id: 'proof.same-layer' }
  /** A call of MindSpore's makes the layer that it would if MindSpore knew torch's words. */
  | { readonly id: 'proof.translated' }

/** Why nothing could be said: nothing to evaluate, a difference that hangs on a call's result, calls that changed, another type of parameters, a call that was not understood, arguments that are not evidently equal. */
export type UnknownReason =
  | 'no-samples'
  | 'call-result'
  | 'calls-changed'
  | 'other-dtype'
  | 'not-read'
  | 'other-arguments'
