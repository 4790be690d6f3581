import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer, Applied, Fixed, Offered } from '../../src/engine/checker.ts'
import { checker } from '../checker.ts'

const folder = join(import.meta.dirname, '../../fixtures/rules')
const fixtures = readdirSync(folder)
  .filter(name => name.endsWith('.before.py'))
  .map(name => readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''))

function answered(source: string, applied: Applied, answer: (offered: Offered) => Answer): Fixed {
  const offers = checker.offerFixes(source, applied)
  let step = offers.next()
  while (!step.done) step = offers.next(answer(step.value))
  return step.value
}

const calls = `import torch.nn as nn

a = nn.ConvTranspose1d(4, 2, 3)
b = nn.ConvTranspose1d(4, 2, 5)
c = nn.ConvTranspose1d(4, 2, 7)
`

/** The line that is offered. */
const lineOf = ({ text, findings: [first] }: Offered) => {
  const start = first?.span.start ?? 0
  return text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start))
}

describe('offered fixes', () => {
  test('come in the order of the text, and only those that are applied are in it', () => {
    const lines: string[] = []
    const { text, applied, remaining } = answered(calls, 'safe', offered => {
      lines.push(lineOf(offered))
      return lines.length === 2 ? 'leave' : 'apply'
    })
    expect(lines).toEqual(calls.split('\n').slice(2, 5))
    expect(text).toBe(`import torch.nn as nn
import mindspore as ms

a = ms.nn.Conv1dTranspose(4, 2, 3, pad_mode='pad', has_bias=True)
b = nn.ConvTranspose1d(4, 2, 5)
c = ms.nn.Conv1dTranspose(4, 2, 7, pad_mode='pad', has_bias=True)
`)
    expect({ applied: applied.length, remaining: remaining.length }).toEqual({ applied: 2, remaining: 1 })
  })

  test('of a group are one: what only changes together is offered together', () => {
    const group = `import torch.nn as nn

a = nn.ConvTranspose1d(4, 2, 3)
b = nn.ConvTranspose1d(4, 2, 5)
found = isinstance(a, nn.ConvTranspose1d)
`
    const sizes: number[] = []
    const { text } = answered(group, 'safe', ({ findings }) => {
      sizes.push(findings.length)
      return 'apply'
    })
    expect(sizes).toEqual([checker.check(group).length])
    expect(sizes[0]).toBeGreaterThan(1)
    expect(text).toBe(checker.fix(group, 'safe').text)
  })

  test('are all taken back when they are abandoned', () => {
    let asked = 0
    const { text, applied, remaining } = answered(calls, 'safe', () => (++asked < 3 ? 'apply' : 'abandon'))
    expect({ asked, text, applied, remaining }).toEqual({
      asked: 3,
      text: calls,
      applied: [],
      remaining: checker.check(calls),
    })
  })

  test('are the safe ones only, unless the unsafe are asked for', () => {
    const unsafe = 'import torch.nn as nn\nup = nn.ConvTranspose1d(4, 2, k, s, output_padding=op)\n'
    const offers = (applied: Applied) => {
      const codes: (string | undefined)[] = []
      answered(unsafe, applied, ({ findings }) => {
        codes.push(...findings.map(({ fix }) => fix?.applicability))
        return 'leave'
      })
      return codes
    }
    expect(offers('safe')).toEqual([])
    expect(offers('unsafe')).toEqual(['unsafe'])
  })

  test.each(['safe', 'unsafe'] as const)('all applied come to what fixing all does: %s', applied => {
    for (const source of fixtures)
      expect(answered(source, applied, () => 'apply').text).toBe(checker.fix(source, applied).text)
  })

  test('whatever is answered, what is left is what the text holds, and the rest can be applied later', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.infiniteStream(fc.boolean()), (source, answers) => {
        const { text, remaining } = answered(source, 'unsafe', () => (answers.next().value ? 'apply' : 'leave'))
        expect(remaining).toEqual(checker.check(text))
        const codesLeft = (from: string) => checker.fix(from, 'unsafe').remaining.map(({ code }) => code)
        expect(codesLeft(text)).toEqual(codesLeft(source))
      }),
      { numRuns: 100 },
    )
  })
})
