import { asInteger, evaluate, NoValue, truth } from '../python/evaluate.ts'
import type { Expression } from '../python/expression.ts'
import { mapLayer, mapTorch, type Pipeline, type TorchConvTranspose1d } from './layer.ts'
import type { Valuation } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** Sizes beyond this only cost time. */
const largest = 10_000n

/** Both sides with numbers for sizes; null where an argument has no value, or one that is no size. */
export function numericPair(torch: TorchLayer, mindspore: SymbolicPipeline, valuation: Valuation): NumericPair | null {
  const value = (expression: Expression) => evaluate(expression, key => valuation.get(key) ?? null)
  const size = (expression: Expression) => {
    const whole = asInteger(value(expression))
    if (whole === null || whole > largest || whole < -largest) throw new NoValue(false, 'not a size')
    return Number(whole)
  }
  const flag = (expression: Expression) => truth(value(expression))
  try {
    return { torch: mapTorch(torch, size, flag), mindspore: mindspore.map(layer => mapLayer(layer, size, flag)) }
  } catch (error) {
    if (error instanceof NoValue) return null
    throw error
  }
}

export interface NumericPair {
  readonly torch: TorchConvTranspose1d<number, boolean>
  readonly mindspore: Pipeline<number, boolean>
}
