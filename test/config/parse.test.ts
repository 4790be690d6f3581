import { expect, test } from 'vitest'
import { type Parsed, parsePyproject, parseTorchspore } from '../../src/config/parse.ts'
import { defaultSettings } from '../../src/config/schema.ts'
import { defaultOptions } from '../../src/engine/options.ts'

const problem = (parsed: Parsed) => (parsed.kind === 'problem' ? parsed.problem : parsed.kind)

test("an empty file has the defaults, which are the engine's", () => {
  expect(parseTorchspore('')).toEqual({ kind: 'settings', settings: defaultSettings })
  expect(defaultSettings).toMatchObject({
    select: defaultOptions.select,
    'mindspore-version': defaultOptions.mindsporeVersion,
    'max-file-size': defaultOptions.maxFileSize,
    locale: null,
    'cache-dir': null,
  })
})

test('every setting is read', () => {
  const settings = {
    select: ['TSP1'],
    'extend-select': ['TSP201'],
    ignore: ['TSP308'],
    exclude: ['a'],
    'extend-exclude': ['b/'],
    'per-file-ignores': { 'tests/*': ['TSP3'] },
    'compat-module': 'pkg.mindspore_compat',
    'mindspore-version': '2.7',
    'device-target': 'Ascend',
    'max-file-size': 1000,
    locale: 'en',
    'cache-dir': '.cache',
  }
  const lines = Object.entries(settings).map(([name, value]) =>
    name === 'per-file-ignores' ? 'per-file-ignores = { "tests/*" = ["TSP3"] }' : `${name} = ${JSON.stringify(value)}`,
  )
  expect(parseTorchspore(`\uFEFF${lines.join('\r\n')}`)).toEqual({ kind: 'settings', settings })
})

test('pyproject.toml speaks in [tool.torchspore] only', () => {
  expect(parsePyproject('[tool.torchspore]\nselect = []')).toMatchObject({ settings: { select: [] } })
  expect(parsePyproject('[tool.torchspore]')).toMatchObject({ kind: 'settings' })
  expect(parsePyproject('[project]\nname = "torchspore"')).toEqual({ kind: 'absent' })
  expect(parsePyproject('{{ not TOML, and not ours }}')).toEqual({ kind: 'absent' })
  expect(problem(parsePyproject('[tool]\ntorchspore = 1'))).toBe(
    '[tool.torchspore] expected a table of settings, found 1',
  )
})

test.each([
  ['selct = []', 'unknown setting "selct"; the settings are select, extend-select, ignore'],
  ['tool.torchspore.select = []', 'unknown setting "tool"; the settings are'],
  ['select = "TSP1"', 'select: expected a list of codes that are reported, found "TSP1"; for example: select = ['],
  ['select = [1]', 'select: expected a list of codes that are reported, found 1; for example'],
  [
    'select = ["TSP999"]',
    'select: "TSP999" is not a code; use one such as "TSP101", or the beginning of several such as "TSP1"',
  ],
  [
    'exclude = ["**/a/**/b/**/c/**/d"]',
    'exclude: "**/a/**/b/**/c/**/d" has more than three **/, which could take forever; name a folder in place of one, or write several globs',
  ],
  ['extend-exclude = ["x", "**/a/**/b/**/c/**/d"]', 'extend-exclude: "**/a/**/b/**/c/**/d" has more than three **/'],
  [
    'per-file-ignores = { "**/a/**/b/**/c/**/d" = [] }',
    'per-file-ignores: "**/a/**/b/**/c/**/d" has more than three **/',
  ],
  [
    'per-file-ignores = { "!**/a/**/b/**/c/**/d" = [] }',
    'per-file-ignores: "!**/a/**/b/**/c/**/d" has more than three **/',
  ],
  ['ignore = ["tsp101"]', 'ignore: "tsp101" is not a code'],
  ['extend-select = [""]', 'extend-select: "" is not a code'],
  ['per-file-ignores = { "a" = ["E501"] }', 'per-file-ignores: "E501" is not a code'],
  [
    'per-file-ignores = { "a" = "TSP1" }',
    'per-file-ignores: expected a table of globs and the codes not reported there',
  ],
  ['exclude = 1', 'exclude: expected a list of globs'],
  ['compat-module = "a-b"', 'compat-module: expected the dotted name of the module with the compat class, found "a-b"'],
  ['mindspore-version = 2.7', 'mindspore-version: expected the MindSpore version that the code is for, found 2.7'],
  ['mindspore-version = "latest"', 'mindspore-version: expected'],
  ['device-target = "TPU"', 'device-target: expected one of "CPU", "GPU" and "Ascend", found "TPU"'],
  ['max-file-size = 0', 'max-file-size: expected a whole number of bytes above 0, found 0'],
  ['max-file-size = 1.5', 'max-file-size: expected a whole number of bytes above 0, found 1.5'],
  ['locale = "tlh"', 'locale: expected one of "en", "zh-CN", found "tlh"'],
  ['cache-dir = ""', 'cache-dir: expected the path of a folder, found ""'],
  ['select = [', 'line 1, column 10: Invalid TOML document: unfinished array; correct the TOML'],
])('what is wrong is told in one line, with what would be right: %s', (text, words) => {
  const told = problem(parseTorchspore(text))
  expect(told).toContain(words)
  expect(told).not.toContain('\n')
})
