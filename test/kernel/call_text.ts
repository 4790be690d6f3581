import fc from 'fast-check'
import type { PythonValue } from '../../src/python/evaluate.ts'
import { integerText } from './integer_text.ts'
import type { Values } from './port.ts'

/** The arguments of one call of torch's, as text; null where one is left out. */
export interface CallText {
  readonly channels: readonly [string, string]
  readonly kernel_size: string
  readonly stride: string | null
  readonly padding: string | null
  readonly output_padding: string | null
  readonly groups: string | null
  readonly bias: string | null
  readonly dilation: string | null
}

const absent = (weight: number, given: fc.Arbitrary<string>): fc.Arbitrary<string | null> =>
  fc.oneof({ weight, arbitrary: fc.constant(null) }, { weight: 100 - weight, arbitrary: given })

/** Mostly what real code has, and anything else now and then. */
const mostly = (...texts: readonly string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: integerText })

const kernels = ['k', 'k', 'k', '2 * u', 'u * 2', 'k + 1', '3', '1', '2 * u + u % 2', '(k,)', 'int(k)']
const strides = ['u', 'u', 'u', '2', '3', 'max(1, k // 2)', '(u,)', 'u + 1']
const paddings = [
  ...['p', '0', '1', '(k - u) // 2', 'k // 2', '(k - 1) // 2', 'u // 2', 'u // 2 + u % 2', '(u + 1) // 2'],
  ...['math.ceil(u / 2)', 'math.ceil((k - u) / 2)', 'int((k - u) / 2)', 'int(k / 2)', 'max(0, (k - u) // 2)', '(p,)'],
  ...['u // 2 if u % 2 == 0 else u // 2 + u % 2', 'k // 2 if flag else 0', 'p if p > q else q', 'd * (k - 1) // 2'],
  ...['-(-(k - u) // 2)', '(k - u + 1) // 2', '(k - u + q) // 2', 'round(k / 2)', 'abs(k - u) // 2'],
]
const outputPaddings = [
  ...['0', '1', 'q', 'u % 2', 'u - 1', 'u - k', 'u // 2', '(k - u) % 2', '(k + u) % 2', 'max(0, u - k)', 'p % 2', 'p'],
  ...['0 if u % 2 == 0 else 1', '1 if u % 2 != 0 else 0', 'u % 2 if flag else 0', 'int(u % 2 == 1)', 'd - 1', '(q,)'],
  ...['u - d * (k - 1) - 1', '(u - 1) // 2', 'u - u // 2 - 1', 'q * 0', 'k % u', 'abs(u - k)'],
]

export const callText: fc.Arbitrary<CallText> = fc.record({
  channels: fc.constantFrom<[string, string]>(['ci', 'co'], ['ci', 'co'], ['2 * g', 'g'], ['ci', 'ci // g']),
  kernel_size: mostly(...kernels),
  stride: absent(10, mostly(...strides)),
  padding: absent(25, mostly(...paddings)),
  output_padding: absent(35, mostly(...outputPaddings)),
  groups: absent(75, fc.constantFrom('g', '2')),
  bias: absent(50, fc.constantFrom('flag', 'False', 'not flag', 'q', 'q > 1')),
  dilation: absent(70, mostly('d', '2', '1')),
})

/** `ci, co, k, stride=u, padding=(k - u) // 2` */
export function argumentsText({ channels, kernel_size, ...named }: CallText): string {
  const pairs = Object.entries(named).flatMap(([name, text]) => (text === null ? [] : [`${name}=${text}`]))
  return [...channels, kernel_size, ...pairs].join(', ')
}

/** Draws values of the names, small ones, with which torch often runs the layer. */
export function valueDraws(seed: number): () => { readonly values: Values; readonly L: number } {
  let state = (seed >>> 0) % 2147483646
  const below = (bound: number) => {
    state = ((state + 1) * 16807) % 2147483647
    return state % bound
  }
  const between = (least: number, most: number): PythonValue => BigInt(least + below(most - least + 1))
  return () => {
    const g = below(4) === 0 ? 2 : 1
    const channels = { ci: BigInt(g), co: BigInt(below(8) === 0 ? 2 * g : g), g: BigInt(g) }
    const sizes = { k: between(1, 6), u: between(1, 5), p: between(0, 3), q: between(0, 3), d: between(1, 3) }
    return { values: { ...channels, ...sizes, flag: below(2) === 1 }, L: 1 + below(4) }
  }
}
