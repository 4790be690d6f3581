import { expect, test } from 'vitest'
import { failureOf } from '../../conformance/process.ts'

const ran = (status: number | null, stderr: string) => ({ status, stdout: '', stderr })

test.each([
  [
    "pip's error, not its advice after it",
    'ERROR: No matching distribution\n[notice] A new release\n',
    'ERROR: No matching distribution',
  ],
  [
    'the error that Node names above its version',
    'Error: pip failed\n    at run\n\nNode.js v20.20.2\n',
    'Error: pip failed',
  ],
  ['the last line of a traceback', 'Traceback:\n  line 1\nValueError: 3\n', 'ValueError: 3'],
  ['the status where nothing was said', '', 'exit status 1'],
])('a failure is %s', (_, stderr, told) => {
  expect(failureOf(ran(1, stderr))).toBe(told)
})

test('no failure, whatever was said', () => {
  expect(failureOf(ran(0, 'ERROR: no'))).toBeNull()
})
