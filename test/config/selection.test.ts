import { expect, test } from 'vitest'
import { parseCodes } from '../../src/config/codes.ts'
import { defaultSettings, type Settings } from '../../src/config/schema.ts'
import { type Selection, withSelection } from '../../src/config/selection.ts'

function selected(settings: Partial<Settings>, selection: Partial<Selection>) {
  const result = withSelection({ ...defaultSettings, ...settings }, { extendSelect: [], ignore: [], ...selection })
  return { select: result.select, extend: result['extend-select'], ignore: result.ignore }
}

test('select of the command line replaces all that the settings say of codes', () => {
  const settings = { select: ['TSP1'], 'extend-select': ['TSP2'], ignore: ['TSP101'] }
  expect(selected(settings, { select: ['TSP101'] })).toEqual({ select: ['TSP101'], extend: [], ignore: [] })
  expect(selected(settings, {})).toEqual({ select: ['TSP1'], extend: ['TSP2'], ignore: ['TSP101'] })
})

test('extend-select and ignore of the command line add to the settings, and overrule them', () => {
  const settings = { select: ['TSP'], 'extend-select': ['TSP201'], ignore: ['TSP308'] }
  expect(selected(settings, { extendSelect: ['TSP3'] })).toEqual({
    select: ['TSP'],
    extend: ['TSP201', 'TSP3'],
    ignore: [],
  })
  expect(selected(settings, { ignore: ['TSP2'] })).toEqual({ select: ['TSP'], extend: [], ignore: ['TSP308', 'TSP2'] })
})

test('lists of codes are read and checked', () => {
  expect(parseCodes('TSP1, TSP201,TSP')).toEqual(['TSP1', 'TSP201', 'TSP'])
  for (const list of ['', 'TSP1,', 'ABC', 'TSP999', 'T', 'TSP1011'])
    expect(() => parseCodes(list)).toThrow('is not a code')
})
