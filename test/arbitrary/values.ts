import fc from 'fast-check'
import { type Expression, importing, integer, py, verbatim } from './expression.ts'
import type { Atoms } from './names.ts'

/** What a value may be made of: the call's names, and the text of its other arguments. */
export interface Scope extends Atoms {
  readonly k: Expression
  readonly u: Expression
  readonly d: Expression
  readonly quote: string
  /** How the file spells torch. */
  readonly torch: string
}

export type Template<S = Scope> = (scope: S) => Expression

/** Templates with their weights. */
export function weighted<S>(...choices: readonly (readonly [number, Template<S>])[]): fc.Arbitrary<Template<S>> {
  return fc.oneof(...choices.map(([weight, template]) => ({ weight, arbitrary: fc.constant(template) })))
}

function either<S>(weight: number, first: fc.Arbitrary<Template<S>>, second: fc.Arbitrary<Template<S>>) {
  return fc.oneof({ weight, arbitrary: first }, { weight: 100 - weight, arbitrary: second })
}

const literals = <S = Atoms>(...values: readonly number[]): fc.Arbitrary<Template<S>> =>
  fc.constantFrom(...values).map(value => () => integer(value))

const ceil = (of: Expression) => importing('import math', py`math.ceil(${of})`)
const bareCeil = (of: Expression) => importing('from math import ceil', py`ceil(${of})`)

/** in_channels and out_channels, which real code writes as a pair. */
export const channelPair: fc.Arbitrary<readonly [Template<Atoms>, Template<Atoms>]> = fc.oneof(
  { weight: 10, arbitrary: fc.constant<[Template<Atoms>, Template<Atoms>]>([a => a.in_channels, a => a.out_channels]) },
  { weight: 2, arbitrary: fc.tuple(literals(16, 64, 80, 512), literals(1, 32, 64, 256)) },
  {
    weight: 10,
    arbitrary: fc.constantFrom<[Template<Atoms>, Template<Atoms>]>(
      [a => py`${a.channels} // 2 ** ${a.index}`, a => py`${a.channels} // 2 ** (${a.index} + 1)`],
      [a => py`${a.channels} // (2 ** ${a.index})`, a => py`${a.channels} // (2 ** (${a.index} + 1))`],
      [a => a.channels, a => py`${a.channels} // 2`],
      [a => py`2 * ${a.channels}`, a => a.channels],
      [a => a.channels, a => a.channels],
      [a => a.in_channels, a => a.in_channels],
      [a => a.channels, () => integer(1)],
    ),
  },
)

export const stride: fc.Arbitrary<Template<Atoms>> = either(
  30,
  literals(1, 2, 2, 4, 5, 8, 10),
  weighted([12, a => a.stride], [1, a => py`${a.kernel_size} // 2`]),
)

/** Given the stride as written. */
export const kernelSize: fc.Arbitrary<Template<Atoms & { readonly u: Expression }>> = either(
  30,
  literals(2, 3, 4, 5, 7, 16, 20),
  weighted([16, a => a.kernel_size], [3, a => py`2 * ${a.u}`], [2, a => py`${a.u} * 2`]),
)

export const dilation: fc.Arbitrary<Template<Atoms>> = either(50, literals(1, 1, 2, 3), weighted([1, a => a.dilation]))

/** A crop that leaves something of the kernel, where its size is written. */
const padding0 = (value: number, { k, d }: Scope) =>
  integer(k.value === null ? value : Math.min(value, Math.floor(((k.value - 1) * (d.value ?? 1)) / 2)))

export const padding: fc.Arbitrary<Template> = either(
  22,
  fc.constantFrom(0, 0, 1, 1, 2, 3).map(value => s => padding0(value, s)),
  weighted<Scope>(
    [30, ({ k, u }) => py`(${k} - ${u}) // 2`],
    [12, s => s.padding],
    [8, ({ u }) => py`${u} // 2 + ${u} % 2`],
    [6, ({ u }) => ceil(py`${u} / 2`)],
    [2, ({ u }) => bareCeil(py`${u} / 2`)],
    [4, ({ k }) => py`int(${k} / 2)`],
    [6, ({ k }) => py`${k} // 2`],
    [5, ({ k }) => py`(${k} - 1) // 2`],
    [2, ({ k, d }) => py`${d} * (${k} - 1) // 2`],
    [3, ({ k, flag }) => py`${k} // 2 if ${flag} else 0`],
    [3, ({ k, u }) => py`max(0, (${k} - ${u}) // 2)`],
    [3, ({ u }) => py`${u} // 2 if ${u} % 2 == 0 else ${u} // 2 + ${u} % 2`],
    [2, ({ k, u, padding_function: call }) => py`${call}(${k}, ${u})`],
  ),
)

/** One that torch takes, where stride and dilation are written. */
const outputPadding0 = (value: number, { u, d }: Scope) =>
  integer(u.value === null || d.value === null ? value : value % Math.max(u.value, d.value))

export const outputPadding: fc.Arbitrary<Template> = either(
  40,
  fc.constantFrom(0, 0, 0, 1).map(value => s => outputPadding0(value, s)),
  weighted<Scope>(
    [20, ({ u }) => py`${u} % 2`],
    [15, ({ u }) => py`${u} - 1`],
    [15, s => s.output_padding],
    [4, ({ u }) => py`0 if ${u} % 2 == 0 else 1`],
    [3, ({ u, flag }) => py`${u} % 2 if ${flag} else 0`],
  ),
)

type Channels = { readonly ci: Expression; readonly co: Expression }

const groups0 = (value: number, { ci, co }: Channels) =>
  integer((ci.value ?? value) % value === 0 && (co.value ?? value) % value === 0 ? value : 1)

/** Given the channels as written: a depthwise layer has as many groups. */
export const groups: fc.Arbitrary<Template<Atoms & Channels>> = either(
  50,
  fc.constantFrom(1, 1, 2, 4).map(value => channels => groups0(value, channels)),
  weighted([6, a => a.groups], [1, a => (a.ci.text === a.co.text ? a.ci : a.groups)]),
)

const quoted = (text: string, { quote }: Scope) => verbatim(`${quote}${text}${quote}`)

export const bias: fc.Arbitrary<Template> = weighted(
  [25, () => verbatim('True')],
  [35, () => verbatim('False')],
  [25, s => s.flag],
  [8, s => py`not ${s.flag}`],
  [8, s => py`${s.norm} == ${quoted('none', s)}`],
  [4, s => py`${s.norm} in (${quoted('none', s)}, ${quoted('weight_norm', s)})`],
  [1, () => verbatim('1')],
  [1, () => verbatim('0')],
  [1, () => verbatim('None')],
)

export const paddingMode: fc.Arbitrary<Template> = weighted<Scope>(
  [10, s => quoted('zeros', s)],
  [3, s => s.padding_mode],
)

export const device: fc.Arbitrary<Template> = weighted<Scope>(
  [4, () => verbatim('None')],
  [4, s => s.device],
  [1, s => quoted('cpu', s)],
)

export const dtype: fc.Arbitrary<Template> = weighted<Scope>(
  [4, () => verbatim('None')],
  [4, s => verbatim(`${s.torch}.float16`)],
  [2, s => verbatim(`${s.torch}.float32`)],
  [1, s => verbatim(`${s.torch}.bfloat16`)],
  [2, s => s.dtype],
)
