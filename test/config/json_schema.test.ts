import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { settingsJsonSchema } from '../../src/config/json_schema.ts'
import { parseTorchspore } from '../../src/config/parse.ts'
import { schema } from '../../src/config/schema.ts'

const file = join(import.meta.dirname, '../../docs/torchspore.schema.json')
const validate = new Ajv({ strict: false }).compile(settingsJsonSchema())

test('docs/torchspore.schema.json is that of the settings; else run: npm run docs', () => {
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(settingsJsonSchema())
})

test('every setting is said, with its default', () => {
  const { properties } = settingsJsonSchema()
  expect(Object.keys(properties ?? {})).toEqual(Object.keys(schema.entries))
})

describe('the schema and the settings agree', () => {
  test.each([
    ['nothing', ''],
    ['codes', 'select = ["TSP", "TSP1", "TSP101"]'],
    ['a module', 'compat-module = "pkg.compat"'],
    ['globs', 'per-file-ignores = { "tests/*" = ["TSP3"] }'],
    ['no code', 'select = ["E501"]'],
    ['no list', 'ignore = "TSP101"'],
    ['no setting', 'selct = ["TSP1"]'],
    ['no module', 'compat-module = "pkg/compat.py"'],
    ['no size', 'max-file-size = 0'],
    ['no device', 'device-target = "TPU"'],
  ])('on %s', (_, toml) => {
    expect(validate(parse(toml))).toBe(parseTorchspore(toml).kind === 'settings')
  })
})
