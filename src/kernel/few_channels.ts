import type { Layer, Pipeline } from './layer.ts'

/** Channels of a convolution, however its framework names them. */
export interface Channels {
  readonly in: number
  readonly out: number
  readonly groups: number
}

/** The channels of a convolution; null for another layer. */
export function channelsOf(layer: Layer<number, boolean>): Channels | null {
  if (!('in_channels' in layer)) return null
  const groups = layer.layer === 'torch.nn.ConvTranspose1d' ? layer.groups : layer.group
  return { in: layer.in_channels, out: layer.out_channels, groups }
}

/**
 * At most two groups of at most two channels in and out, in place of these.
 * Within a group each output channel is the same sum over the group's inputs, so nothing is lost: running with these is
 * running with all, where the parameters of every other channel are zero.
 */
export function fewChannels({ in: into, out, groups }: Channels): Channels {
  const few = Math.min(2, groups)
  return { in: few * Math.min(2, into / groups), out: few * Math.min(2, out / groups), groups: few }
}

/** The place among `all` output channels of a channel of `few`. */
export function fullChannel(channel: number, few: Channels, all: Channels): number {
  const perGroup = few.out / few.groups
  return Math.floor(channel / perGroup) * (all.out / all.groups) + (channel % perGroup)
}

/** The channels that all convolutions agree on; null when they differ, or when no framework would build them. */
export function sharedChannels(layers: Pipeline<number, boolean>): Channels | null {
  const [first, ...others] = layers.map(channelsOf).filter(channels => channels !== null)
  if (!first || !valid(first)) return null
  const agree = others.every(other => other.in === first.in && other.out === first.out && other.groups === first.groups)
  return agree ? first : null
}

/** The layers with other channels. */
export function withChannels(pipeline: Pipeline<number, boolean>, channels: Channels): Pipeline<number, boolean> {
  return pipeline.map(layer => {
    if (!('in_channels' in layer)) return layer
    const sizes = { in_channels: channels.in, out_channels: channels.out }
    if (layer.layer === 'torch.nn.ConvTranspose1d') return { ...layer, ...sizes, groups: channels.groups }
    return { ...layer, ...sizes, group: channels.groups }
  })
}

function valid({ in: into, out, groups }: Channels): boolean {
  return Math.min(into, out, groups) >= 1 && into % groups === 0 && out % groups === 0
}
