import fc from 'fast-check'
import type { CallText } from './call_text.ts'

/** A port as people write them; `mistake` says what is wrong with it, null where nothing is meant to be. */
export interface PortText {
  readonly text: string
  readonly mistake: string | null
}

interface Parts {
  readonly channels: readonly [string, string]
  readonly kernel: string
  readonly stride: string
  readonly dilation: string
  readonly group: string
  readonly bias: string
  readonly left: string
  readonly right: string
  readonly frames: string
}

/** The int of `(k,)`. */
const scalar = (text: string | null, otherwise: string) => `(${(text ?? otherwise).replace(/^\((\w+),\)$/, '$1')})`

function partsOf(call: CallText): Parts {
  const [p, more, s] = [scalar(call.padding, '0'), scalar(call.output_padding, '0'), scalar(call.stride, '1')]
  const frames = `max(0, -((${p} - ${more}) // ${s}))`
  return {
    channels: call.channels,
    kernel: scalar(call.kernel_size, '1'),
    stride: s,
    dilation: scalar(call.dilation, '1'),
    group: scalar(call.groups, '1'),
    bias: `bool(${call.bias ?? 'True'})`,
    left: p,
    right: `${p} - ${more} + ${frames} * ${s}`,
    frames,
  }
}

type Change = (parts: Parts) => Partial<Parts>

const changes: Readonly<Record<string, Change>> = {
  'kernel one longer': ({ kernel }) => ({ kernel: `${kernel} + 1` }),
  'kernel is the stride': ({ stride }) => ({ kernel: stride }),
  'stride one longer': ({ stride }) => ({ stride: `${stride} + 1` }),
  'stride is the kernel': ({ kernel }) => ({ stride: kernel }),
  'dilation dropped': () => ({ dilation: '1' }),
  'dilation one more': ({ dilation }) => ({ dilation: `${dilation} + 1` }),
  'groups dropped': () => ({ group: '1' }),
  'twice the groups': ({ group }) => ({ group: `2 * ${group}` }),
  'channels swapped': ({ channels: [into, out] }) => ({ channels: [out, into] }),
  'bias turned round': ({ bias }) => ({ bias: `not ${bias}` }),
  'bias always': () => ({ bias: 'True' }),
  'bias never': () => ({ bias: 'False' }),
  'padding dropped': () => ({ left: '0' }),
  'padding one more': ({ left }) => ({ left: `${left} + 1` }),
  'padding one less': ({ left }) => ({ left: `${left} - 1` }),
  'padding rounded the other way': ({ left }) => ({ left: left.replaceAll('//', '/').replace(/^/, 'int') }),
  'padding half of the overlap': ({ kernel, stride }) => ({ left: `(${kernel} - ${stride}) // 2` }),
  'crop one more': ({ right }) => ({ right: `${right} + 1` }),
  'crop one less': ({ right }) => ({ right: `${right} - 1` }),
  'crops swapped': ({ left, right }) => ({ left: right, right: left }),
  'crop as at the beginning': ({ left }) => ({ right: left }),
  'no output_padding': ({ left }) => ({ right: left, frames: '0' }),
  'a frame more': ({ frames }) => ({ frames: `${frames} + 1` }),
  'a frame less': ({ frames }) => ({ frames: `${frames} - 1` }),
  'one frame': ({ left, stride, right, frames }) => ({
    frames: '1',
    right: `${right} - ${frames} * ${stride} + ${stride} + 0 * ${left}`,
  }),
  'no frames': ({ right, frames, stride }) => ({ frames: '0', right: `${right} - ${frames} * ${stride}` }),
}

/** Conv1dTranspose, which knows no output_padding. */
function conv1d(parts: Parts, mode: 'pad' | 'same' | 'valid'): string {
  const { channels, kernel, stride, dilation, group, bias, left } = parts
  const padding = mode === 'pad' ? `padding=${left}, ` : ''
  return `ms.nn.Conv1dTranspose(${channels.join(', ')}, ${kernel}, ${stride}, pad_mode='${mode}', ${padding}dilation=${dilation}, group=${group}, has_bias=${bias})`
}

/** Recipe E, with frames in front of it. */
function lifted(
  { channels, kernel, stride, dilation, group, bias, left, right, frames }: Parts,
  value: string,
): string {
  const convolution = `ms.nn.Conv2dTranspose(${channels.join(', ')}, (1, ${kernel}), (1, ${stride}), pad_mode='pad', padding=(0, 0, ${left}, ${right}), dilation=(1, ${dilation}), group=${group}, has_bias=${bias})`
  return `ms.nn.SequentialCell(ms.nn.ConstantPad1d((0, ${frames}), ${value}), ms.nn.Unflatten(2, (1, -1)), ${convolution}, ms.nn.Flatten(2, 3))`
}

const arbitraryChange = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Object.entries(changes)) },
  { weight: 1, arbitrary: fc.constant<[null, Change]>([null, () => ({})]) },
)

const form = fc.constantFrom<(parts: Parts) => PortText>(
  parts => ({ text: lifted(parts, '0.0'), mistake: null }),
  parts => ({ text: lifted(parts, '0.0'), mistake: null }),
  parts => ({ text: conv1d(parts, 'pad'), mistake: null }),
  parts => ({ text: conv1d(parts, 'pad'), mistake: null }),
  parts => ({ text: lifted(parts, '1.0'), mistake: 'frames of ones' }),
  parts => ({ text: conv1d(parts, 'same'), mistake: 'same' }),
  parts => ({ text: conv1d(parts, 'valid'), mistake: 'valid' }),
)

/** A port of the call, most often a wrong one. */
export function arbitraryPort(call: CallText): fc.Arbitrary<PortText> {
  const parts = partsOf(call)
  return fc.tuple(arbitraryChange, form).map(([[mistake, change], write]) => {
    const port = write({ ...parts, ...change(parts) })
    return { text: port.text, mistake: [mistake, port.mistake].filter(Boolean).join(', ') || null }
  })
}
