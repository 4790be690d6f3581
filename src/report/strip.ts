import type { PicturedWindow } from '../engine/verified.ts'

/** Samples that a layer treats alike: left out, kept, or kept though the full convolution has ended. */
export interface Run {
  readonly state: 'cropped' | 'kept' | 'beyond'
  readonly from: number
  /** The first sample behind the run. */
  readonly to: number
}

/** The samples of the full transposed convolution, and those that a window has behind its end, in order. */
export function runsOf({ first, length }: PicturedWindow, full: number): readonly Run[] {
  const end = first + length
  const runs: readonly Run[] = [
    { state: 'cropped', from: 0, to: Math.min(first, full) },
    { state: 'kept', from: Math.min(first, full), to: Math.min(end, full) },
    { state: 'cropped', from: Math.min(end, full), to: full },
    { state: 'beyond', from: Math.max(first, full), to: end },
  ]
  return runs.filter(({ from, to }) => to > from)
}
