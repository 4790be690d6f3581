import { describe, expect, test } from 'vitest'
import { pages } from '../../rules/conv_transpose1d/pages/index.ts'
import type { Page } from '../../rules/conv_transpose1d/pages/page.ts'
import { createOptionsFor } from '../../src/config/options.ts'
import { parseTorchspore } from '../../src/config/parse.ts'
import { codes } from '../../src/engine/codes.ts'
import type { Finding } from '../../src/engine/finding.ts'
import type { Options } from '../../src/engine/options.ts'
import { checker } from '../checker.ts'

/** Codes that the engine names and never gives. When one is given, its page is checked as all others are: take it off. */
const notYetGiven: ReadonlySet<string> = new Set(['TSP201'])

const given = pages.filter(({ code }) => !notYetGiven.has(code)).map(each => [each.code, each] as const)

function optionsOf({ setting }: Page): Options {
  const parsed = parseTorchspore(setting ?? '')
  if (parsed.kind !== 'settings') throw new Error(`${setting} is no setting`)
  return createOptionsFor(parsed.settings)('example.py')
}

const of = (findings: readonly Finding[], code: string) => findings.filter(finding => finding.code === code)

test('every code has one page, in order, and nothing else has', () => {
  expect(pages.map(({ code }) => code)).toEqual(Object.keys(codes).sort())
})

test('what the engine never gives is still so', () => {
  const wrongly = pages.filter(
    each => notYetGiven.has(each.code) && of(checker.check(each.before, optionsOf(each)), each.code).length > 0,
  )
  expect(wrongly.map(({ code }) => code)).toEqual([])
})

describe.each(given)('%s', (code, page) => {
  const fixed = () => checker.fix(page.before, 'unsafe', optionsOf(page))

  test('is found in its example', () => {
    expect(of(fixed().findings, code)).not.toEqual([])
  })

  test('its example is fixed as shown, or has no fix', () => {
    const { findings, applied, text } = fixed()
    if (page.after === null) expect(of(findings, code).filter(({ fix }) => fix)).toEqual([])
    else expect(text).toBe(page.after)
    expect(of(applied, code).length > 0).toBe(page.after !== null)
  })

  test('needs its setting', () => {
    if (page.setting !== null) expect(of(checker.check(page.before), code)).toEqual([])
  })
})

/** The fixes of these codes write a call anew; others change a name, an import or a line. */
const writesCalls = given.filter(([code, { after }]) => /^TSP[124]/.test(code) && after !== null)

test.each(writesCalls)('%s: the fix of its example is proved', (code, page) => {
  const { applied } = checker.fix(page.before, 'unsafe', optionsOf(page))
  const statuses = of(applied, code).map(({ certificate }) => certificate?.status)
  expect(statuses.length).toBeGreaterThan(0)
  for (const status of statuses) expect(status).toBe('proved')
})

test.each(pages.map(page => [page.code, page] as const))('%s is written in sentences', (_, page) => {
  for (const text of [page.what, page.why, page.source]) expect(text).toMatch(/^['\p{L}].*\.$/u)
  expect(page.title).toMatch(/[^.]$/)
  for (const file of [page.before, page.after ?? '\n']) expect(file).toMatch(/^[^\t]*[^\n]?\n$/)
})

test.each(pages.filter(({ code }) => code !== 'TSP901').map(page => [page.code, page] as const))(
  '%s: examples parse',
  (_, { before, after }) => {
    const broken = [before, after ?? ''].flatMap(file => of(checker.check(file, { select: ['TSP901'] }), 'TSP901'))
    expect(broken).toEqual([])
  },
)
