import { expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { UsageError } from '../../src/host/usage_error.ts'

async function explain(...args: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const statuses: number[] = []
  const output = {
    out: (text: string | Buffer) => void out.push(String(text)),
    err: (text: string) => void err.push(text),
  }
  const program = createProgram(output, status => void statuses.push(status))
  await program.parseAsync(['node', 'torchspore', 'explain', ...args])
  return { out: out.join(''), err: err.join(''), status: statuses[0] }
}

test.each(['TSP102', 'tsp102', ' Tsp102'])('%s is explained', async code => {
  const { out, err, status } = await explain(code)
  expect({ err, status }).toEqual({ err: '', status: 0 })
  expect(out).toMatch(/^TSP102 conv-transpose1d-output-padding\n/)
  for (const heading of ['What', 'Why', 'Before', 'After', 'Source']) expect(out).toContain(`\n${heading}\n`)
})

test.each([
  ['TSP2', /^TSP20[1-9]$/],
  ['tsp10', /^TSP10[123]$/],
  ['TSP', /^TSP\d{3}$/],
])('%s lists codes with their titles', async (prefix, code) => {
  const { out, status } = await explain(prefix)
  const rows = out.trimEnd().split('\n')
  expect(status).toBe(0)
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) expect(row.split('  ')).toEqual([expect.stringMatching(code), expect.stringMatching(/./)])
})

test('without a code all are listed', async () => {
  expect(await explain()).toEqual(await explain('TSP'))
})

test.each([
  ['TSP110', 'there is no code "TSP110"; did you mean TSP101, TSP102, TSP103?'],
  ['101', 'there is no code "101"; did you mean TSP101?'],
  ['TPS305', 'there is no code "TPS305"; did you mean TSP305?'],
  ['TSP1022', 'there is no code "TSP1022"; did you mean TSP102?'],
  ['E501', 'there is no code "E501"; torchspore explain lists all codes'],
  ['', 'there is no code ""; torchspore explain lists all codes'],
])('%j is one clear line', async (code, words) => {
  await expect(explain(code)).rejects.toThrow(new UsageError(words))
})
