import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

const times = (count: number, from: string, wrap: (inner: string, index: number) => string) =>
  Array.from({ length: count }).reduce<string>((inner, _, index) => wrap(inner, index), from)
const names = Array.from({ length: 30 }, (_, index) => `x${index}`)
const name = (index: number) => names[index % names.length] ?? 'x0'

/** Arguments on which a careless kernel would never come back, or run out of memory. */
const hard: readonly (readonly [what: string, args: string])[] = [
  ['conditionals in conditionals', `k, u, ${times(40, 'p', inner => `(k if u else ${inner})`)}`],
  ['choices in tests', `k, u, ${times(40, 'p', inner => `(k if ${inner} % 2 == 0 else u)`)}`],
  ['calls in calls', `k, u, ${times(40, 'p', inner => `max(k, ${inner})`)}`],
  ['bits of bits', `k, u, ${times(40, 'p', inner => `(k & ${inner})`)}`],
  ['powers of powers', `k, u, ${times(40, 'p', inner => `(k ** ${inner})`)}`],
  ['halves of halves', `k, u, ${times(40, 'u', inner => `int(${inner} / 2)`)}`],
  ['rounded up again and again', `k, u, ${times(40, 'u', inner => `math.ceil((${inner} + 1) / 2)`)}`],
  ['a product of many sums', `k, u, ${times(40, 'p', (inner, index) => `${inner} * (k + ${name(index)} + ${index})`)}`],
  ['a sum to a high power', `k, u, ${times(8, '(k + u + p + q)', inner => `(${inner} ** 4)`)}`],
  ['a number to a high power', `k, u, ${times(40, '9', inner => `(${inner} ** 4)`)}`],
  ['a name to a high power', `k, u, 0, ${times(5, 'u', inner => `(${inner} ** 512)`)}`],
  ['shifts', `k, u, 0, ${times(5, 'u', inner => `(${inner} << 500)`)}`],
  ['many quotients', `k, u, ${names.map(each => `${each} // 2`).join(' + ')}, x1 // 3, dilation=x2`],
  ['many maxima', `k, u, ${names.map(each => `max(${each}, k)`).join(' + ')}, x1 // 3, dilation=x2`],
  ['many names', 'x1 + x2, x3 * x4 + 1, -(x5 + x6 + x7) - 1 + x8, x9 * x10 + x11 + x12, dilation=x13 + x14'],
  ['many names, never valid', `k, u, ${names.map(each => `-${each}`).join(' ')} - 1, x1 + x2`],
]

test.each(hard)(
  '%s',
  (_, args) => {
    const source = `import math\nfrom torch import nn\ndef build(k, u, p, q, ${names}):\n    return nn.ConvTranspose1d(4, 4, ${args})\n`
    expect(checker.check(source)).toHaveLength(1)
  },
  30_000,
)
