import { expect, test } from 'vitest'
import { fewChannels, sharedChannels, withChannels } from '../../src/kernel/few_channels.ts'
import { config, conv1d, torchLayer, zeroPad } from './layers.ts'

const six = { in_channels: 6, out_channels: 6, groups: 3 }

function shared(torch: Parameters<typeof config>[0], mindspore: Parameters<typeof config>[0]) {
  return sharedChannels([torchLayer(config(torch)), zeroPad(0, 1), conv1d(config(mindspore), 'pad')])
}

test('channels are shared only where both sides have the same of all three', () => {
  expect(shared(six, six)).toEqual({ in: 6, out: 6, groups: 3 })
  expect(shared(six, { ...six, in_channels: 3 })).toBeNull()
  expect(shared(six, { ...six, out_channels: 3 })).toBeNull()
  expect(shared(six, { ...six, groups: 2 })).toBeNull()
})

test('channels with which nothing could be built are not shared', () => {
  for (const wrong of [
    { in_channels: 4 },
    { out_channels: 4 },
    { groups: 0 },
    { in_channels: 0 },
    { out_channels: -3 },
  ])
    expect(shared({ ...six, ...wrong }, { ...six, ...wrong })).toBeNull()
  expect(sharedChannels([zeroPad(0, 1)])).toBeNull()
})

test('only convolutions get other channels', () => {
  const others = [zeroPad(0, 1), { layer: 'mindspore.nn.Flatten' }] as const
  expect(withChannels(others, { in: 2, out: 2, groups: 1 })).toEqual(others)
})

test.each([
  [
    { in: 1, out: 1, groups: 1 },
    { in: 1, out: 1, groups: 1 },
  ],
  [
    { in: 512, out: 256, groups: 1 },
    { in: 2, out: 2, groups: 1 },
  ],
  [
    { in: 3, out: 6, groups: 3 },
    { in: 2, out: 4, groups: 2 },
  ],
  [
    { in: 8, out: 2, groups: 2 },
    { in: 4, out: 2, groups: 2 },
  ],
])('of %j at most two groups of two in and out: %j', (all, few) => {
  expect(fewChannels(all)).toEqual(few)
})
