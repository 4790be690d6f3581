import { expect, test } from 'vitest'
import type { Code } from '../../src/engine/codes.ts'
import { codes } from '../../src/engine/codes.ts'
import type { Applicability, Finding } from '../../src/engine/finding.ts'
import { diffSummary, fixedSummary, foundSummary } from '../../src/report/summary.ts'
import { addToTally, emptyTally } from '../../src/report/tally.ts'
import { findingAt, fix } from './example.ts'

/** Findings such as `TSP101 safe` or `TSP206`. */
function tally(...kinds: readonly (readonly [Code, Applicability?])[]) {
  const findings = kinds.map(([code, applicability]): Finding => {
    const found = applicability ? { ...fix(), applicability } : null
    return findingAt('', '', { code, name: codes[code].name, fix: found })
  })
  return addToTally(emptyTally, findings)
}

const safe = ['TSP101', 'safe'] as const
const unsafe = ['TSP101', 'unsafe'] as const

test.each([
  [tally(), 'All checks passed!'],
  [tally(safe), 'Found 1 (1 with a safe fix). Run with --fix to apply 1.'],
  [tally(unsafe), 'Found 1 (1 with an unsafe fix). Run with --fix --unsafe-fixes to apply 1.'],
  [tally(['TSP206']), 'Found 1 (1 needs you: TSP206 starred arguments).'],
  [
    tally(safe, safe, unsafe, ['TSP206']),
    'Found 4 (2 with a safe fix, 1 unsafe; 1 needs you: TSP206 starred arguments). Run with --fix to apply 2.',
  ],
  [
    tally(['TSP201'], ['TSP206'], ['TSP206']),
    'Found 3 (3 need you: 2 TSP206 starred arguments, 1 TSP201 output padding).',
  ],
])('counts what was found, by what is to be done: %#', (counted, sentence) => {
  expect(foundSummary(counted, false, 'en')).toBe(sentence)
})

test('unsafe fixes are offered with the safe ones when they are wanted', () => {
  expect(foundSummary(tally(safe, unsafe), true, 'en')).toContain('Run with --fix --unsafe-fixes to apply 2.')
})

test('tells what was fixed and what is left', () => {
  expect(fixedSummary({ fixed: 5, left: tally() }, 'en')).toBe('Fixed 5, none left.')
  expect(fixedSummary({ fixed: 5, left: tally(unsafe) }, 'en')).toBe('Fixed 5, 1 left (1 with an unsafe fix).')
  expect(fixedSummary({ fixed: 0, left: tally() }, 'en')).toBe('All checks passed!')
  expect(diffSummary({ fixed: 1, left: tally() }, 'en')).toBe('Would fix 1, none left.')
})
