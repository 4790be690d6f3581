/** The values at which a rewrite and torch differ: what a person runs to see it. */
export interface Counterexample {
  /** The value of each free name of the call, as Python writes it. */
  readonly values: Readonly<Record<string, string>>
  /** Input length in samples. */
  readonly L: number
  /** Output shape (N, C_out, L_out). */
  readonly torch_shape: readonly number[]
  /** Empty where MindSpore raises instead. */
  readonly mindspore_shape: readonly number[]
  /** Where the outputs first differ as [n, channel, sample]; null when the shapes do. */
  readonly index: readonly number[] | null
  readonly torch: number | null
  readonly mindspore: number | null
  /** What MindSpore raises where torch does not. */
  readonly mindspore_raises?: string
}
