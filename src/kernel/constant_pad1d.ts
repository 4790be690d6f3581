import type { ConstantPad1d } from './layer.ts'
import type { Outcome } from './outcome.ts'
import { size, type Tensor } from './tensor.ts'

/**
 * mindspore.nn.ConstantPad1d((left, right), value): (..., L) -> (..., left + L + right); a negative side crops.
 * Raises, as measured on 2.10.0, when a side crops more than there is or nothing is left.
 * This is what it should give: MindSpore 2.7.0 and 2.10.0 can return stale memory for a negative side.
 */
export function constantPad1d({ left, right, value }: ConstantPad1d<number>, x: Tensor): Outcome {
  const L = x.shape.at(-1) ?? 0
  const length = left + L + right
  if (![left, right].every(Number.isInteger)) return { raises: 'TypeError: padding must be ints' }
  if (Math.min(left, right) < -L) return { raises: `ValueError: paddings_value must be greater than or equal to -${L}` }
  if (length < 1) return { raises: `ValueError: the output size must be greater than 0, but got ${length}.` }
  const shape = [...x.shape.slice(0, -1), length]
  const data = new Float64Array(size(shape)).fill(value)
  for (let row = 0; row * length < data.length; row++) {
    const kept = x.data.subarray(row * L + Math.max(0, -left), (row + 1) * L - Math.max(0, -right))
    data.set(kept, row * length + Math.max(0, left))
  }
  return { output: { shape, data } }
}
