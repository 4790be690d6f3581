import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conv_transpose1d } from '../rules/conv_transpose1d/index.ts'
import type { Finding } from '../src/engine/finding.ts'
import type { Options } from '../src/engine/options.ts'
import { createLines } from '../src/text/lines.ts'
import { checker } from './checker.ts'
import { fixed } from './rules/harness.ts'

const fixtures = join(import.meta.dirname, '../fixtures')

function namesIn(folder: string): readonly string[] {
  const files = readdirSync(join(fixtures, folder)).filter(name => name.endsWith('.before.py'))
  return files.map(name => name.slice(0, -'.before.py'.length)).sort()
}

/** As the file's bytes are, with BOM and line ends. */
function read(...path: readonly string[]): string {
  return readFileSync(join(fixtures, ...path)).toString('utf8')
}

/** The fixtures of `compat` are of a project that has the compat module. */
const optionsOf: Readonly<Record<string, Partial<Options>>> = {
  rules: {},
  seed: {},
  compat: { compatModule: 'vocoder.mindspore_compat' },
}

describe.each(Object.entries(optionsOf))('fixtures/%s', (folder, options) => {
  test.each(namesIn(folder))('%s', name => {
    const before = read(folder, `${name}.before.py`)
    const after = `${name}.after.py`
    expect(fixed(before, options).text).toBe(existsSync(join(fixtures, folder, after)) ? read(folder, after) : before)
  })

  test('no after without a before', () => {
    const afters = readdirSync(join(fixtures, folder)).filter(name => name.endsWith('.after.py'))
    expect(namesIn(folder)).toEqual(expect.arrayContaining(afters.map(name => name.slice(0, -'.after.py'.length))))
  })
})

test('every rule has a fixture of its name', () => {
  expect(namesIn('rules')).toEqual(expect.arrayContaining(conv_transpose1d.rules.map(({ parameter }) => parameter)))
})

describe('fixtures/demo', () => {
  const outcomes = (source: string) => {
    const lines = createLines(source)
    const outcome = ({ code, fix, certificate }: Finding) =>
      [code, fix?.applicability, certificate?.status].filter(Boolean)
    return checker.check(source).map(each => `${lines.row(each.span.start)}: ${outcome(each).join(' ')}`)
  }

  test.each([
    ['__init__', []],
    ['decoder', ['20: TSP102 unsafe proved', '34: TSP101 safe proved', '43: TSP101 safe proved']],
    ['generator', ['40: TSP303', '40: TSP101 safe proved']],
    ['repeat', []],
    ['wrappers', ['8: TSP303', '8: TSP206', '13: TSP301']],
  ])('%s', (name, expected) => {
    const source = read('demo', 'vocoder', `${name}.py`)
    expect(outcomes(source)).toEqual(expected)
    fixed(source)
  })

  test('all of its files are named above', () => {
    expect(readdirSync(join(fixtures, 'demo', 'vocoder')).sort()).toHaveLength(5)
  })
})
