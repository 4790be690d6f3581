import fc from 'fast-check'

/** What a name may be: `natural` is at least 1, as a size is; `whole` is any int. */
export const naturals = ['k', 'u'] as const
export const wholes = ['p', 'q'] as const

const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string>(...naturals, ...wholes) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('True', 'False') },
)

const divisor = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2', '3', '4', '(-2)') },
  { weight: 2, arbitrary: fc.constantFrom<string>(...naturals) },
)

/** Python text of an int made of the names, each part in parentheses of its own. */
export const integerText: fc.Arbitrary<string> = fc.letrec<{ int: string; test: string }>(tie => {
  const [int, test] = [tie('int'), tie('test')]
  const written = (...arbitraries: readonly fc.Arbitrary<string>[]) => ({
    as: (write: (...parts: string[]) => string) => fc.tuple(...arbitraries).map(parts => write(...parts)),
  })
  const operator = fc.constantFrom('+', '-', '*', '+', '-', '*', '&', '|', '^')
  const comparison = fc.constantFrom('<', '<=', '==', '!=', '>', '>=')
  return {
    int: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      written(int, operator, int).as((a, sign, b) => `(${a} ${sign} ${b})`),
      written(int, fc.constantFrom('//', '%'), divisor).as((a, sign, b) => `(${a} ${sign} ${b})`),
      written(int, fc.constantFrom('//', '%'), int).as((a, sign, b) => `(${a} ${sign} ${b})`),
      written(fc.constantFrom('-', '+', '~'), int).as((sign, a) => `(${sign}${a})`),
      written(int, fc.nat(5).map(String)).as((a, power) => `(${a} ** ${power})`),
      written(fc.constantFrom('math.ceil', 'math.floor', 'int', 'round'), int, divisor).as(
        (name, a, b) => `${name}(${a} / ${b})`,
      ),
      written(fc.constantFrom('int', 'abs', 'math.ceil'), int).as((name, a) => `${name}(${a})`),
      written(fc.constantFrom('max', 'min'), int, int).as((name, a, b) => `${name}(${a}, ${b})`),
      written(int, test, int).as((yes, when, no) => `(${yes} if ${when} else ${no})`),
      written(int, fc.constantFrom('and', 'or'), int).as((a, word, b) => `(${a} ${word} ${b})`),
      test,
    ),
    test: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      written(int, comparison, int).as((a, sign, b) => `(${a} ${sign} ${b})`),
      written(int, fc.constantFrom('==', '!='), fc.constantFrom('0', '1')).as(
        (a, sign, b) => `(${a} % 2 ${sign} ${b})`,
      ),
      written(int).as(a => `(${a} % 2)`),
      written(int).as(a => `(not ${a})`),
    ),
  }
}).int

/** Values of the names. */
export const integerValues: fc.Arbitrary<Readonly<Record<string, bigint>>> = fc
  .record({
    ...Object.fromEntries(naturals.map(name => [name, fc.integer({ min: 1, max: 9 })])),
    ...Object.fromEntries(wholes.map(name => [name, fc.integer({ min: -9, max: 9 })])),
  })
  .map(values => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, BigInt(value)])))
