import { expect, test } from 'vitest'
import { sharedChannels } from '../../src/kernel/few_channels.ts'
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
