import { expect, test } from 'vitest'
import { configurations } from '../../src/kernel/configurations.ts'
import { bothSides } from './port.ts'

function found(args: string, port: string) {
  const [sides] = bothSides([[args, port]])
  if (!sides?.mindspore) throw new Error('one port expected')
  const all = configurations(sides.torch, sides.mindspore.pipeline)
  return all.map(({ values, ...layers }) => ({ values: [...values].map(([, value]) => value), ...layers }))
}

const port = "ms.nn.Conv1dTranspose(ci, co, k, u, pad_mode='pad', padding=p, group=g, has_bias=flag)"

test('only the names that decide windows have values; there is one channel, and a bias', () => {
  const all = found('ci, co, k, u, p, groups=g, bias=flag', port)
  // k and u from 1 to 6, p from 0 to 6.
  expect(all).toHaveLength(6 * 6 * 7)
  for (const { values, torch, mindspore } of all) {
    expect(values).toEqual([torch.kernel_size, torch.stride, torch.padding].map(BigInt))
    expect(torch).toMatchObject({ in_channels: 1, out_channels: 1, groups: 1, bias: true })
    expect(mindspore).toMatchObject([{ in_channels: 1, out_channels: 1, group: 1, has_bias: true }])
  }
})

test('small values come first, and only those with which torch runs', () => {
  const all = found('ci, co, k, u, p, groups=g, bias=flag', port)
  const largest = all.map(({ torch: { kernel_size, stride, padding } }) => Math.max(kernel_size, stride, padding))
  expect(largest).toEqual([...largest].sort((a, b) => a - b))
  expect(all[0]?.values).toEqual([1n, 1n, 0n])
  for (const { torch } of all) expect(torch.kernel_size).toBeGreaterThan(0)
})

test('without names there is one configuration, or none where torch raises', () => {
  expect(found('ci, co, 3, 2, 1', port.replace('k, u', '3, 2').replace('=p', '=1'))).toMatchObject([{ values: [] }])
  expect(found('ci, co, 3, 0, 1', port.replace('k, u', '3, 2').replace('=p', '=1'))).toEqual([])
})
