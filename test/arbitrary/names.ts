import fc from 'fast-check'
import { type Expression, free, importing, py, type Role, verbatim } from './expression.ts'

const spellings = {
  in_channels: ['in_channels', 'in_ch', 'input_dim', 'c_in'],
  out_channels: ['out_channels', 'out_ch', 'output_dim', 'c_out'],
  channels: ['dim', 'channels', 'upsample_initial_channel', 'hidden'],
  kernel_size: ['kernel_size', 'k', 'kernel', 'ks'],
  stride: ['stride', 'u', 's', 'upsample_rate'],
  padding: ['padding', 'pad', 'p'],
  output_padding: ['output_padding', 'out_pad', 'op'],
  groups: ['groups', 'n_groups', 'g'],
  dilation: ['dilation', 'd'],
  flag: ['use_bias', 'bias', 'causal', 'trim'],
  norm: ['norm', 'norm_type'],
  padding_mode: ['padding_mode'],
  device: ['device'],
  dtype: ['dtype'],
} as const satisfies Partial<Record<Role, readonly string[]>>

type Named = keyof typeof spellings

/** How a call refers to each thing that it reads; the same throughout the call. */
export type Atoms = Readonly<Record<Named | 'index' | 'padding_function', Expression>>

type Access = (name: string, role: Role) => Expression

const index = free('i', 'index')

const indexed = (list: string, role: Role) => {
  const [name, ...rest] = free(list, role).names.map(found => ({ ...found, list: true }))
  return py`${{ ...verbatim(list), names: name ? [name, ...rest] : [] }}[${index}]`
}

const direct: Access = (name, role) => free(name, role)

const access = fc.oneof(
  { weight: 10, arbitrary: fc.constant<Access>(direct) },
  { weight: 3, arbitrary: fc.constant<Access>((name, role) => free(`self.${name}`, role)) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('h', 'config', 'args')
      .map<Access>(root => (name, role) => free(`${root}.${name}`, role)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<[string, string]>(['cfg', '"'], ['params', "'"]).map<Access>(
      ([root, quote]) =>
        (name, role) =>
          free(`${root}[${quote}${name}${quote}]`, role),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Access>((name, role) => indexed(`${name}s`, role)) },
  { weight: 2, arbitrary: fc.constant<Access>((name, role) => indexed(`h.${name}s`, role)) },
)

const named = (role: Named) => fc.constantFrom<string>(...spellings[role])

const arbitrarySpelling = fc.record({
  in_channels: named('in_channels'),
  out_channels: named('out_channels'),
  channels: named('channels'),
  kernel_size: named('kernel_size'),
  stride: named('stride'),
  padding: named('padding'),
  output_padding: named('output_padding'),
  groups: named('groups'),
  dilation: named('dilation'),
  flag: named('flag'),
  norm: named('norm'),
})

const paddingFunction = importing('from .utils import get_padding', free('get_padding', 'padding_function'))

export const arbitraryAtoms: fc.Arbitrary<Atoms> = fc
  .record({ spelling: arbitrarySpelling, geometry: access, channels: access })
  .map(({ spelling, geometry, channels }) => ({
    in_channels: channels(spelling.in_channels, 'in_channels'),
    out_channels: channels(spelling.out_channels, 'out_channels'),
    channels: channels(spelling.channels, 'channels'),
    kernel_size: geometry(spelling.kernel_size, 'kernel_size'),
    stride: geometry(spelling.stride, 'stride'),
    padding: geometry(spelling.padding, 'padding'),
    output_padding: geometry(spelling.output_padding, 'output_padding'),
    groups: geometry(spelling.groups, 'groups'),
    dilation: geometry(spelling.dilation, 'dilation'),
    flag: direct(spelling.flag, 'flag'),
    norm: direct(spelling.norm, 'norm'),
    padding_mode: direct('padding_mode', 'padding_mode'),
    device: direct('device', 'device'),
    dtype: direct('dtype', 'dtype'),
    index,
    padding_function: paddingFunction,
  }))
