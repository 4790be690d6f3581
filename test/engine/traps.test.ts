import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'
import { type Trap, traps } from './traps.ts'

/** What is said of calls; other uses (TSP301 of an alias) have findings of their own. */
function said(source: string) {
  const findings = checker.check(source).filter(({ code }) => /^TSP([12]|308)/.test(code))
  return findings.map(({ code, span, fix }) => ({ code, at: span.start, fix: fix?.applicability ?? 'none' }))
}

function expected({ expect, at }: Trap) {
  if (expect === 'silent') return []
  return [expect === 'possible' ? { code: 'TSP308', at, fix: 'none' } : { ...expect, at }]
}

const titleOf = ({ name, judgement }: Trap) => (judgement ? `${name} (a matter of judgement)` : name)

function expectText(text: string, { has, lacks }: Trap) {
  let from = 0
  for (const part of has) {
    expect(text.slice(from)).toContain(part)
    from = text.indexOf(part, from) + part.length
  }
  for (const part of lacks) expect(text).not.toContain(part)
}

describe.each(Object.entries(traps))('%s', (_, list) => {
  test.each(list.map(trap => [titleOf(trap), trap] as const))('%s', (_, trap) => {
    expect(said(trap.source)).toEqual(expected(trap))
    const { text } = checker.fix(trap.source, 'unsafe')
    expectText(text, trap)
    expect(checker.fix(text, 'unsafe').text).toBe(text)
  })
})
