import { type Configuration, configurations, ofOneChannel, torchOfOneChannel } from './configurations.ts'
import { fullLength, type Kept, keptByMode, keptByPipeline, keptByTorch } from './kept.ts'
import type { TorchConvTranspose1d } from './layer.ts'
import { type NamedValues, namedValues } from './named_values.ts'
import { numericPair } from './numeric_pair.ts'
import { runningLength } from './runs.ts'
import { sizeAtoms } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** The layers whose windows are drawn: torch's, MindSpore's in its three modes, our rewrite where it is composed, and a port. */
export type PicturedLayer = 'torch' | 'pad' | 'same' | 'valid' | 'composed' | 'port'

/** What one layer keeps of the full transposed convolution. */
export interface PicturedWindow extends Kept {
  readonly layer: PicturedLayer
  /** Whether torch keeps the same. */
  readonly same: boolean
}

/** torch's sizes that decide the windows. */
export type Sizes = Pick<
  TorchConvTranspose1d<number, boolean>,
  'kernel_size' | 'stride' | 'padding' | 'output_padding' | 'dilation'
>

/** The windows of all layers over one full transposed convolution. */
export interface Picture {
  readonly values: NamedValues
  readonly sizes: Sizes
  readonly L: number
  /** The length of the full transposed convolution. */
  readonly full: number
  /** How many samples there are from the first of the full convolution to the last that a layer keeps. */
  readonly extent: number
  readonly windows: readonly PicturedWindow[]
}

/** What is drawn beside torch and the three modes; null for what there is not. */
export interface Pictured {
  readonly composed: SymbolicPipeline | null
  readonly port: SymbolicPipeline | null
}

const frames = 4

/**
 * The windows at the one configuration, among those of small values, that shows most; its length is at most `widest`
 * samples where that can be. Null where torch runs at none of them.
 */
export function picture(torch: TorchLayer, pictured: Pictured, widest: number): Picture | null {
  const drawn = configurations(torch, pictured.port ?? []).flatMap(each => draw(torch, pictured, each, widest) ?? [])
  const fitting = drawn.filter(each => each.picture.extent <= widest)
  const best = (fitting.length > 0 ? fitting : drawn.slice(0, 1)).reduce<Drawn | null>(
    (before, each) => (before && before.worth >= each.worth ? before : each),
    null,
  )
  return best?.picture ?? null
}

interface Drawn {
  readonly picture: Picture
  readonly worth: number
}

function draw(torch: TorchLayer, pictured: Pictured, configuration: Configuration, widest: number): Drawn | null {
  const least = runningLength(configuration.torch)
  if (least === null) return null
  const atLength = (L: number) => pictureAt(torch, pictured, configuration, L)
  const lengths = [frames, frames - 1, frames - 2].filter(L => L > least)
  const fitting = lengths.map(atLength).find(each => each.extent <= widest)
  const chosen = fitting ?? atLength(least)
  return { picture: chosen, worth: worthOf(chosen, configuration) }
}

function pictureAt(torch: TorchLayer, pictured: Pictured, { values, ...at }: Configuration, L: number): Picture {
  const composed = pictured.composed?.map(ofOneChannel) ?? []
  const own = numericPair(torchOfOneChannel(torch), composed, values)
  const named = namedValues(sizeAtoms([torch, ...(pictured.port ?? [])].map(ofOneChannel)), values)
  return pictureOf(named, at.torch, L, [
    ...modesAt(at.torch, L),
    ['composed', own && keptByPipeline(own.mindspore, at.torch, L)],
    ['port', keptByPipeline(at.mindspore, at.torch, L)],
  ])
}

/** torch's layer of these sizes, of one channel and with a bias: its windows hang on nothing else. */
export function torchOf(sizes: Sizes): Configuration['torch'] {
  return {
    ...sizes,
    layer: 'torch.nn.ConvTranspose1d',
    in_channels: 1,
    out_channels: 1,
    groups: 1,
    bias: true,
  }
}

/** The windows of torch's layer of these sizes, which has to run, and of MindSpore's three modes. */
export function pictureOfSizes(sizes: Sizes, L: number): Picture {
  const torch = torchOf(sizes)
  return pictureOf({}, torch, L, modesAt(torch, L))
}

type LayerKept = readonly [PicturedLayer, Kept | null]

function modesAt(torch: Configuration['torch'], L: number): readonly LayerKept[] {
  return (['pad', 'same', 'valid'] as const).map(mode => [mode, keptByMode(torch, mode, L)] as const)
}

function pictureOf(
  values: NamedValues,
  torch: Configuration['torch'],
  L: number,
  others: readonly LayerKept[],
): Picture {
  const full = fullLength(torch, L)
  const kept: readonly LayerKept[] = [['torch', keptByTorch(torch, L)], ...others]
  const windows = kept.flatMap(([layer, each]) =>
    each && each.length > 0 ? [{ layer, ...each, same: isTorchs(each, torch, L) }] : [],
  )
  const { kernel_size, stride, padding, output_padding, dilation } = torch
  return {
    ...{ values, L, full, windows },
    sizes: { kernel_size, stride, padding, output_padding, dilation },
    extent: Math.max(full, ...windows.map(({ first, length }) => first + length)),
  }
}

function isTorchs({ first, length }: Kept, torch: Configuration['torch'], L: number): boolean {
  const expected = keptByTorch(torch, L)
  return first === expected.first && length === expected.length
}

/** A port's difference shows first of all; then crops, overlap, what 'same' does otherwise, and small kernels. */
function worthOf({ windows }: Picture, { torch }: Configuration): number {
  const differs = (layer: PicturedLayer) => windows.some(each => each.layer === layer && !each.same)
  const { kernel_size, stride, padding, output_padding, dilation } = torch
  const worths: readonly (readonly [boolean, number])[] = [
    [differs('port'), 32],
    [output_padding > 0, 8],
    [padding > 0, 8],
    [kernel_size > stride, 4],
    [stride > 1, 4],
    [differs('same'), 2],
    [dilation < 3, 1],
    [kernel_size > 2, 1],
  ]
  return worths.reduce((sum, [holds, worth]) => sum + (holds ? worth : 0), 0)
}
