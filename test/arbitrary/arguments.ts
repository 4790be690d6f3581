import fc from 'fast-check'
import { type Expression, free, integer, py, verbatim } from './expression.ts'
import { arbitraryAtoms } from './names.ts'
import * as values from './values.ts'

/** torch's parameters in their order, with their defaults. */
export const defaults = {
  in_channels: null,
  out_channels: null,
  kernel_size: null,
  stride: '1',
  padding: '0',
  output_padding: '0',
  groups: '1',
  bias: 'True',
  dilation: '1',
  padding_mode: "'zeros'",
  device: 'None',
  dtype: 'None',
} as const

export type Parameter = keyof typeof defaults
type Values = Readonly<Record<Parameter, Expression>>

// Object.keys gives string[]; these are the keys of a constant.
export const parameters = Object.keys(defaults) as readonly Parameter[]

export interface Argument {
  /** null for `**kwargs`. */
  readonly parameter: Parameter | null
  readonly keyword: boolean
  readonly value: Expression
}

const templates = fc.record({
  channels: values.channelPair,
  kernel_size: values.kernelSize,
  stride: values.stride,
  padding: values.padding,
  output_padding: values.outputPadding,
  groups: values.groups,
  bias: values.bias,
  dilation: values.dilation,
  padding_mode: values.paddingMode,
  device: values.device,
  dtype: values.dtype,
})

const often = (percent: number) =>
  fc.oneof({ weight: percent, arbitrary: fc.constant(true) }, { weight: 100 - percent, arbitrary: fc.constant(false) })

const usual = fc.record({
  in_channels: fc.constant(true),
  out_channels: fc.constant(true),
  kernel_size: fc.constant(true),
  stride: often(90),
  padding: often(70),
  output_padding: often(35),
  groups: often(15),
  bias: often(35),
  dilation: often(15),
  padding_mode: often(6),
  device: often(5),
  dtype: often(6),
})

const everything = Object.fromEntries(parameters.map(parameter => [parameter, true]))

const presence = fc.oneof(
  { weight: 20, arbitrary: usual },
  { weight: 1, arbitrary: fc.constant<Readonly<Record<string, boolean>>>(everything) },
)

/** How many arguments are given by position. */
const positionals = fc.oneof(
  { weight: 85, arbitrary: fc.constantFrom(0, 0, 2, 2, 3, 3, 3, 4, 4, 4) },
  { weight: 15, arbitrary: fc.integer({ min: 1, max: 12 }) },
)

const order = fc.oneof(
  { weight: 8, arbitrary: fc.constant(parameters) },
  { weight: 2, arbitrary: fc.shuffledSubarray([...parameters], { minLength: parameters.length }) },
)

type Wrap = 'none' | 'tuple' | 'list'

/** What a draw has to say about a call's arguments; `valuesOf` and `bind` make them of it. */
const plan = fc.record({
  atoms: arbitraryAtoms,
  templates,
  presence,
  positionals,
  order,
  quote: fc.constantFrom("'", '"'),
  wrap: fc.oneof(
    { weight: 30, arbitrary: fc.constant<Wrap>('none') },
    { weight: 1, arbitrary: fc.constantFrom<Wrap>('tuple', 'list') },
  ),
  starred: often(4),
})

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

export interface Arguments {
  readonly arguments: readonly Argument[]
  /** The integers that the call writes or leaves at their default. */
  readonly literals: Readonly<Partial<Record<Parameter, number>>>
}

/** The arguments of one call, for a file that spells torch as given. */
export const arbitraryArguments: fc.Arbitrary<(torch: string) => Arguments> = plan.map(
  drawn => torch => bind(drawn, valuesOf(drawn, torch)),
)

function operand(expression: Expression): Expression {
  return /^[\w.]+(\[[^\]]*\])?$/.test(expression.text) ? expression : py`(${expression})`
}

function valuesOf({ atoms, templates, quote, presence }: Plan, torch: string): Values {
  const [ci, co] = templates.channels
  const stride = presence.stride ? templates.stride(atoms) : integer(1)
  const kernel = templates.kernel_size({ ...atoms, u: operand(stride) })
  const dilation = presence.dilation ? templates.dilation(atoms) : integer(1)
  const written = { k: operand(kernel), u: operand(stride), d: operand(dilation) }
  return { in_channels: ci(atoms), out_channels: co(atoms), kernel_size: kernel, stride, dilation, ...others() }

  function others() {
    const scope: values.Scope = { ...atoms, ...written, quote, torch }
    return {
      padding: templates.padding(scope),
      output_padding: templates.output_padding(scope),
      groups: templates.groups({ ...atoms, ci: ci(atoms), co: co(atoms) }),
      bias: templates.bias(scope),
      padding_mode: templates.padding_mode(scope),
      device: templates.device(scope),
      dtype: templates.dtype(scope),
    }
  }
}

function bind(drawn: Plan, all: Values): Arguments {
  const count = drawn.positionals
  const value = (parameter: Parameter) =>
    drawn.presence[parameter] ? wrapped(parameter, all[parameter], drawn.wrap) : byDefault(parameter)
  const positional = parameters.slice(0, count).map(parameter => argument(parameter, false, value(parameter)))
  const named = drawn.order
    .filter(parameter => parameters.indexOf(parameter) >= count && drawn.presence[parameter])
    .map(parameter => argument(parameter, true, value(parameter)))
  const rest = drawn.starred ? [argument(null, false, py`**${free('kwargs', 'kwargs')}`)] : []
  return { arguments: [...positional, ...named, ...rest], literals: literalsOf(drawn.presence, all) }
}

function argument(parameter: Parameter | null, keyword: boolean, value: Expression): Argument {
  return { parameter, keyword, value }
}

function byDefault(parameter: Parameter): Expression {
  return verbatim(defaults[parameter] ?? '1')
}

/** torch takes `(k,)` and `[k]` for a size. */
function wrapped(parameter: Parameter, value: Expression, wrap: Wrap): Expression {
  if (wrap === 'none' || !['kernel_size', 'stride', 'padding', 'dilation'].includes(parameter)) return value
  return wrap === 'tuple' ? py`(${value},)` : py`[${value}]`
}

function literalsOf(presence: Readonly<Record<string, boolean>>, all: Values) {
  const entries = parameters.map(parameter => {
    const value = presence[parameter] ? all[parameter].value : Number(defaults[parameter] ?? Number.NaN)
    return [parameter, value] as const
  })
  return Object.fromEntries(entries.filter(([, value]) => Number.isInteger(value)))
}

/** `padding=(k - u) // 2` */
export function argumentText({ parameter, keyword, value }: Argument, equals: string): string {
  return keyword && parameter ? `${parameter}${equals}${value.text}` : value.text
}
