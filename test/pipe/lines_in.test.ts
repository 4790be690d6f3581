import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesIn } from '../../src/pipe/lines_in.ts'

async function linesOf(chunks: readonly string[], most = 1000): Promise<readonly (string | null)[]> {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  const lines: (string | null)[] = []
  for await (const batch of linesIn(stream(), most))
    lines.push(...batch.map(line => (line ? Buffer.from(line).toString() : null)))
  return lines
}

test('lines are the same however they are cut into chunks', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é'), maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 8 }), async chunks => {
      const whole = chunks.join('')
      const expected = whole.split('\n')
      expect(await linesOf(chunks)).toEqual(whole.endsWith('\n') || whole === '' ? expected.slice(0, -1) : expected)
    }),
  )
})

test('a line that is too long is one line still, and not kept', async () => {
  expect(await linesOf(['aa', 'aaa\nb\n', 'cccc', 'cccc'], 4)).toEqual([null, 'b', null])
  expect(await linesOf(['aaaa\n'], 4)).toEqual(['aaaa'])
})
