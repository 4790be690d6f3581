import { type Configuration, configurations, ofOneChannel, runningLength } from './configurations.ts'
import { fullLength, type Kept, keptByMode, keptByPipeline, keptByTorch } from './kept.ts'
import { type NamedValues, namedValues } from './named_values.ts'
import { numericPair } from './numeric_pair.ts'
import { sizeAtoms } from './valuations.ts'
import type { SymbolicPipeline, TorchLayer } from './window.ts'

/** The layers whose windows are drawn: torch's, MindSpore's in its three modes, our rewrite where it is composed, and a port. */
export type PicturedLayer = 'torch' | 'pad' | 'same' | 'valid' | 'composed' | 'port'

/** What one layer keeps of the full transposed convolution. */
export interface PicturedWindow extends Kept {
  readonly layer: PicturedLayer
}

/** The windows of all layers over one full transposed convolution. */
export interface Picture {
  readonly values: NamedValues
  readonly L: number
  /** The length of the full transposed convolution. */
  readonly full: number
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
  const fitting = drawn.filter(each => extent(each.picture) <= widest)
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

/** How many samples a picture spans. */
export function extent({ full, windows }: Picture): number {
  return Math.max(full, ...windows.map(({ first, length }) => first + length))
}

function draw(torch: TorchLayer, pictured: Pictured, configuration: Configuration, widest: number): Drawn | null {
  const least = runningLength(configuration.torch)
  if (least === null) return null
  const atLength = (L: number) => pictureAt(torch, pictured, configuration, L)
  const lengths = [frames, frames - 1, frames - 2].filter(L => L > least)
  const fitting = lengths.map(atLength).find(each => extent(each) <= widest)
  const chosen = fitting ?? atLength(least)
  return { picture: chosen, worth: worthOf(chosen, configuration) }
}

function pictureAt(torch: TorchLayer, pictured: Pictured, { values, ...at }: Configuration, L: number): Picture {
  const mode = (layer: 'pad' | 'same' | 'valid') => ({ layer, ...keptByMode(at.torch, layer, L) })
  const composed = pictured.composed?.map(ofOneChannel) ?? []
  const own = numericPair(ofOneChannel(torch), composed, values)
  const more = [
    { layer: 'composed', kept: own && keptByPipeline(own.mindspore, at.torch, L) },
    { layer: 'port', kept: keptByPipeline(at.mindspore, at.torch, L) },
  ] as const
  return {
    values: namedValues(sizeAtoms([torch, ...(pictured.port ?? [])].map(ofOneChannel)), values),
    L,
    full: fullLength(at.torch, L),
    windows: [
      { layer: 'torch', ...keptByTorch(at.torch, L) },
      ...[mode('pad'), mode('same'), mode('valid')],
      ...more.flatMap(({ layer, kept }) => (kept ? [{ layer, ...kept }] : [])),
    ],
  }
}

/** A port's difference shows first of all; then crops, overlap, and what lies beyond the end. */
function worthOf({ windows }: Picture, { torch }: Configuration): number {
  const [first, ...others] = windows
  const port = others.find(({ layer }) => layer === 'port')
  const { kernel_size, stride, padding, output_padding, dilation } = torch
  const reach = dilation * (kernel_size - 1) + 1
  return [
    port && first && (port.first !== first.first || port.length !== first.length) ? 16 : 0,
    output_padding > 0 ? 4 : 0,
    padding > 0 ? 4 : 0,
    reach > stride ? 2 : 0,
    stride > 1 ? 2 : 0,
    dilation < 3 ? 1 : 0,
    kernel_size > 2 ? 1 : 0,
  ].reduce((sum, each) => sum + each, 0)
}
