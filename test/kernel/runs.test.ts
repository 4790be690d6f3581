import { expect, test } from 'vitest'
import { runningLength, runs } from '../../src/kernel/runs.ts'
import { config, torchLayer } from './layers.ts'

const least = (given: Parameters<typeof config>[0], from?: number) => runningLength(torchLayer(config(given)), from)

test('the least length at which something is left', () => {
  expect(least({ kernel_size: 3, stride: 2 })).toBe(1)
  expect(least({ kernel_size: 3, stride: 2, padding: 2 })).toBe(2)
  expect(least({ kernel_size: 3, stride: 2, padding: 9 })).toBe(9)
  expect(least({ kernel_size: 3, stride: 2, padding: 9 }, 3)).toBe(9)
  expect(least({ kernel_size: 3, stride: 2, padding: 9 }, 11)).toBe(11)
})

test('64 frames are the most', () => {
  expect(least({ kernel_size: 2, padding: 32 })).toBe(64)
  expect(least({ kernel_size: 1, padding: 32 })).toBeNull()
})

test('there is none where torch raises at any length', () => {
  for (const given of [{ stride: 0 }, { stride: -1, padding: 3 }, { output_padding: 1 }, { groups: 2 }])
    expect(least(given)).toBeNull()
  expect(runs(torchLayer(config({ in_channels: -1 })), 3)).toBe(false)
})
