import fc from 'fast-check'
import type { Finding } from '../src/engine/finding.ts'
import { createLines } from '../src/text/lines.ts'
import type { Target } from './input.ts'
import { brokenLaws, type Tools } from './laws.ts'
import { arbitraryProgram } from './programs.ts'

const codes = fc.constantFrom(
  '',
  'TSP',
  'TSP1',
  'TSP101',
  'tsp2',
  'TSP999',
  'E501',
  ',',
  ' ',
  '\t',
  'TSP101 TSP201',
  ']',
  '[',
  '\ud800',
  'é',
)
const heads = [
  '# torchspore: ignore',
  '# torchspore:ignore-file',
  '#torchspore:  IGNORE',
  '# noqa',
  '# noqa:',
  '# NoQA : ',
  '#: noqa',
]
const comment = fc
  .tuple(
    fc.constantFrom(...heads),
    fc.constantFrom('[', ' [', ': ', ''),
    fc.array(codes, { maxLength: 4 }),
    fc.constantFrom(']', ''),
  )
  .map(([head, open, list, close]) => `  ${head}${open}${list.join(',')}${close}`)

/** Programs with comments that silence findings at the ends of some lines. */
export function suppressionsTarget(tools: Tools): Target {
  const counted = (text: string) => {
    const { row } = createLines(text)
    return tools.checker.check(text).map(finding => `${finding.code} ${row(finding.span.start)}`)
  }
  return {
    inputs: fc
      .tuple(arbitraryProgram, fc.array(fc.tuple(fc.nat(9999), comment), { minLength: 1, maxLength: 6 }))
      .map(([text, comments]) => ({ target: 'suppressions', text: withComments(text, comments) })),
    broken: ({ text }) => [
      ...brokenLaws({ source: text }, tools),
      ...notSilenced(tools.checker.check(text), counted(text.replace(/#.*/g, '#'))),
    ],
  }
}

function withComments(text: string, comments: readonly (readonly [number, string])[]): string {
  const lines = text.split('\n')
  for (const [share, comment] of comments) {
    const row = Math.floor((share * lines.length) / 10_000)
    lines[row] = `${(lines[row] ?? '').replace(/\r$/, '')}${comment}`
  }
  return lines.join('\n')
}

/** A comment takes findings away; it adds none but TSP903, once. */
function notSilenced(findings: readonly Finding[], without: readonly string[]): readonly string[] {
  const others = findings.filter(({ code }) => code !== 'TSP903' && code !== 'TSP901')
  return others.length > without.length
    ? [`silence: ${others.length} findings, ${without.length} without comments`]
    : []
}
