import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Symbols } from '../../src/kernel/symbols.ts'
import { printFormula } from '../../src/python/print_expression.ts'
import { integerText } from '../kernel/integer_text.ts'
import { expression, expressions } from '../kernel/port.ts'

const python = (text: string) => printFormula(expression(text)).replaceAll('·', '*')

test.each([
  ['2*((k-u)//2)', '2·((k - u)//2)'],
  ['k//2*u', '(k//2)·u'],
  ['k*u//2', 'k·u//2'],
  ['(k & u) ^ p', '(k & u) ^ p'],
  ['(k**u)**2', '(k**u)**2'],
  ['k**(u**2)', 'k**u**2'],
  ['-k**2', '-k**2'],
  ['(-k)**2', '(-k)**2'],
  ['(k == u) == flag', '(k == u) == flag'],
  ['(not k) == u', '(not k) == u'],
  ['(not k) + u', '(not k) + u'],
  ['(k or u) and p', '(k or u) and p'],
  ['(k if flag else u) == p', '(k if flag else u) == p'],
  ['k if (u if flag else p) else q', 'k if (u if flag else p) else q'],
  ['(k < u < p) + 1', '(k < u < p) + 1'],
  ['(lambda: k) or u', '(lambda: k) or u'],
  ['(n := k) + u', '(n := k) + u'],
  ['2.0 * k', '2.0·k'],
  ['cfg["a  b"]', 'cfg["a  b"]'],
  ['f(k,\n   u)', 'f(k, u)'],
  ['f(k,  # the kernel\n   u)', 'f(k, u)'],
  ['max(k, (u,), [p])', 'max(k, (u,), [p])'],
])('%s', (text, formula) => {
  expect(printFormula(expression(text))).toBe(formula)
})

/** Of every kind, where each part is in parentheses. */
const anyText = fc.letrec<{ any: string }>(tie => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    integerText,
    fc.constantFrom(
      "'a'",
      '0.5',
      '2.0',
      'None',
      'f(k)',
      'self.k',
      'cfg["a b"]',
      '(k < u < p)',
      '(lambda: k)',
      '(n := k)',
    ),
    fc
      .tuple(tie('any'), fc.constantFrom('/', '**', '<<', '%', 'is', 'in', 'not in', '<', 'and', 'or'), tie('any'))
      .map(parts => `(${parts.join(' ')})`),
    fc.tuple(fc.constantFrom('not', '-', '~'), tie('any')).map(parts => `(${parts.join(' ')})`),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([yes, when, no]) => `(${yes} if ${when} else ${no})`),
    fc.array(tie('any'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map(items => `(${items.join(', ')},)`),
    fc.array(tie('any'), { maxLength: 2 }).map(items => `max(${items.join(', ')})`),
  ),
}))

/** The form, with places for what runs only once left out: it stands elsewhere in the two texts. */
const form = (text: string) => text.replace(/once at \d+/g, 'once').replace(/@\d+/g, '')

test('a formula is read back as the same expression', () => {
  fc.assert(
    fc.property(anyText.any, text => {
      const [written, printed] = expressions(text, python(text))
      if (!written || !printed) throw new Error(text)
      const symbols = new Symbols()
      expect(form(symbols.key(printed))).toBe(form(symbols.key(written)))
    }),
    { numRuns: 500 },
  )
})
