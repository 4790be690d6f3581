import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/engine/finding.ts'
import { arbitraryFile, type GeneratedFile } from '../arbitrary/call.ts'
import { checker } from '../checker.ts'

const calls = (findings: readonly Finding[]) => findings.filter(({ code }) => /^TSP[12]/.test(code))

function lastName({ start, callee }: GeneratedFile) {
  return { start: start + callee.lastIndexOf('.') + 1, end: start + callee.length }
}

/** Rewritten with a proof, or flagged with what blocks it. */
function expectOutcome(finding: Finding) {
  if (finding.fix) {
    expect(finding.code).toMatch(/^TSP1/)
    expect(finding.certificate?.status).toBe('proved')
  } else {
    expect(finding.code).toMatch(/^TSP2/)
  }
}

const over = (check: (file: GeneratedFile) => void) => fc.assert(fc.property(arbitraryFile, check), { numRuns: 300 })

test('each call is reported once, at its last name, rewritten or flagged', () => {
  over(file => {
    const found = calls(checker.check(file.source))
    expect(found.map(({ span }) => ({ ...span }))).toEqual([lastName(file)])
    for (const finding of found) expectOutcome(finding)
  })
})

test('what is fixed parses, and fixing again changes nothing', () => {
  over(({ source }) => {
    const { text, applied } = checker.fix(source, 'unsafe')
    expect(text === source).toBe(applied.length === 0)
    expect(checker.check(text).map(({ code }) => code)).not.toContain('TSP901')
    expect(checker.fix(text, 'unsafe').text).toBe(text)
  })
})

test('a fixed call leaves no call to fix', () => {
  over(({ source }) => {
    const fixable = calls(checker.check(source)).filter(({ fix }) => fix)
    const { remaining } = checker.fix(source, 'unsafe')
    expect(calls(remaining).length).toBe(1 - fixable.length)
  })
})

test('line ends, the byte order mark and the indentation of other lines survive', () => {
  over(({ source, style }) => {
    const { text } = checker.fix(source, 'unsafe')
    expect(text.startsWith('\uFEFF')).toBe(style.bom)
    if (style.lineEnd === '\r\n') expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    else expect(text).not.toContain('\r')
  })
})
