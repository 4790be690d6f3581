import { expect, test } from 'vitest'
import { createOptionsFor } from '../../src/config/options.ts'
import { defaultSettings, type Settings } from '../../src/config/schema.ts'
import { defaultOptions } from '../../src/engine/options.ts'
import { isSelected } from '../../src/engine/selection.ts'

const options = (settings: Partial<Settings>, path = 'a.py') =>
  createOptionsFor({ ...defaultSettings, ...settings })(path)

test("settings become the engine's options", () => {
  expect(options({})).toEqual(defaultOptions)
  expect(options({ 'device-target': 'Ascend', 'max-file-size': 5 })).toMatchObject({
    deviceTarget: 'Ascend',
    maxFileSize: 5,
  })
})

test.each([
  ['tests/a.py', true],
  ['tests/deep/a.py', true],
  ['pkg/tests/a.py', false],
  ['pkg/a_test.py', true],
  ['a_test.py', true],
  ['a.py', false],
])('per-file-ignores go by globs: %s', (path, ignored) => {
  const settings = { 'per-file-ignores': { '/tests/': ['TSP101'], '*_test.py': ['TSP101'] } }
  expect(isSelected('TSP101', options(settings, path))).toBe(!ignored)
})

test('a glob with ! before it means all other files', () => {
  const settings = { 'per-file-ignores': { '!pkg/**': ['TSP1'] } }
  expect(isSelected('TSP101', options(settings, 'tests/a.py'))).toBe(false)
  expect(isSelected('TSP101', options(settings, 'pkg/a.py'))).toBe(true)
})

test('per-file-ignores go before any select', () => {
  const settings = { select: ['TSP101'], 'extend-select': ['TSP101'], 'per-file-ignores': { 'a.py': ['TSP'] } }
  expect(isSelected('TSP101', options(settings))).toBe(false)
})
