import fc from 'fast-check'
import type { GeneratedFile } from './call.ts'
import type { FreeName, Role } from './expression.ts'

/** The value of each free name, as Python writes it. */
export type Valuation = Readonly<Record<string, string>>

interface Configuration {
  readonly kernel_size: number
  readonly stride: number
  readonly padding: number
  readonly output_padding: number
  readonly groups: number
  readonly dilation: number
  readonly channels: number
}

const drawn = fc.record({
  stride: fc.constantFrom(1, 2, 2, 2, 3, 4, 5, 8),
  kernel: fc.constantFrom<(s: number) => number>(
    s => s,
    s => 2 * s,
    s => 2 * s,
    s => 2 * s + 1,
    s => Math.max(s, 3),
    s => s + 3,
  ),
  dilation: fc.constantFrom(1, 1, 1, 2, 3),
  groups: fc.constantFrom(1, 1, 1, 2, 4),
  width: fc.constantFrom(1, 2),
  crop: fc.nat(7),
  extra: fc.nat(7),
})

/** Sizes that torch takes together, beside those that the call itself fixes. */
function arbitraryConfiguration(fixed: GeneratedFile['literals']): fc.Arbitrary<Configuration> {
  return drawn.map(({ width, crop, extra, kernel, ...sizes }) => {
    const stride = fixed.stride ?? Math.max(sizes.stride, (fixed.output_padding ?? 0) + 1)
    const kernel_size = fixed.kernel_size ?? kernel(stride)
    const dilation = fixed.dilation ?? sizes.dilation
    const groups = fixed.groups ?? (divides(sizes.groups, fixed) ? sizes.groups : 1)
    const padding = crop % (Math.floor(((kernel_size - 1) * dilation) / 2) + 1)
    return {
      ...{ stride, kernel_size, dilation, groups, padding },
      output_padding: extra % Math.max(stride, dilation),
      channels: 8 * groups * width,
    }
  })
}

function divides(groups: number, fixed: GeneratedFile['literals']): boolean {
  return (fixed.in_channels ?? groups) % groups === 0 && (fixed.out_channels ?? groups) % groups === 0
}

function roleValue(role: Role, configuration: Configuration): fc.Arbitrary<string> {
  switch (role) {
    case 'in_channels':
    case 'out_channels':
    case 'channels':
      return fc.constant(String(configuration.channels))
    case 'index':
      return fc.constantFrom('0', '1', '2')
    case 'flag':
      return fc.constantFrom('True', 'False')
    case 'norm':
      return fc.constantFrom("'none'", "'weight_norm'", "'batch'")
    case 'padding_mode':
      return fc.constant("'zeros'")
    case 'device':
      return fc.constantFrom('None', "'cpu'")
    case 'dtype':
      return fc.constant('None')
    case 'kwargs':
      return fc.constant('{}')
    case 'padding_function':
      return fc.constant('(lambda kernel_size, stride: max(0, (kernel_size - stride) // 2))')
    default:
      return fc.constant(String(configuration[role]))
  }
}

function valueFor(name: FreeName, configuration: Configuration): fc.Arbitrary<string> {
  const value = roleValue(name.role, configuration)
  return name.list ? value.map(text => `[${text}, ${text}, ${text}]`) : value
}

/** Values of the file's names by which torch usually builds the layer and runs it. */
export function arbitraryValuation(file: Pick<GeneratedFile, 'names' | 'literals'>): fc.Arbitrary<Valuation> {
  return arbitraryConfiguration(file.literals).chain(configuration =>
    fc.record(Object.fromEntries(file.names.map(name => [name.expression, valueFor(name, configuration)]))),
  )
}

/** Python statements that give the names their values: `self = types.SimpleNamespace(stride=2)`. */
export function assignments(valuation: Valuation): readonly string[] {
  const names = Object.entries(valuation)
  const plain = names.filter(([name]) => /^\w+$/.test(name)).map(([name, value]) => `${name} = ${value}`)
  const objects = collected(names, /^(\w+)\.(\w+)$/, (key, value) => `${key}=${value}`)
  const tables = collected(names, /^(\w+)\[(.+)\]$/, (key, value) => `${key}: ${value}`)
  return [
    ...plain,
    ...[...objects].map(([root, fields]) => `${root} = __import__('types').SimpleNamespace(${fields.join(', ')})`),
    ...[...tables].map(([root, fields]) => `${root} = {${fields.join(', ')}}`),
  ]
}

function collected(
  names: readonly (readonly [string, string])[],
  pattern: RegExp,
  field: (key: string, value: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>()
  for (const [name, value] of names) {
    const [, root, key] = pattern.exec(name) ?? []
    if (root && key) roots.set(root, [...(roots.get(root) ?? []), field(key, value)])
  }
  return roots
}
