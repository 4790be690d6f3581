import { describe, expect, test } from 'vitest'
import { certified, certifiedInPlace } from './port.ts'

/** The port that differs from the arguments in its sizes alone. */
const conv1d = (sizes: string, flag = 'True') =>
  `ms.nn.Conv1dTranspose(ci, co, ${sizes}, pad_mode='pad', has_bias=${flag})`

function lifted(padding: string, { frames = '(0, 1)', kernel = '(1, k)', more = '' } = {}): string {
  const pad = frames ? `ms.nn.ConstantPad1d(${frames}, 0.0), ` : ''
  const convolution = `ms.nn.Conv2dTranspose(ci, co, ${kernel}, (1, u), pad_mode='pad', padding=${padding}, has_bias=True${more})`
  return `ms.nn.SequentialCell(${pad}ms.nn.Unflatten(2, (1, -1)), ${convolution}, ms.nn.Flatten(2, 3))`
}

const status = (args: string, port: string) => certified(args, port).status

/** What is not the same, though it may look so; each pair differs at the values that are said. */
const different: Readonly<Record<string, readonly (readonly [why: string, args: string, port: string])[]>> = {
  'floats and strings': [
    ['p = q = 0.5', 'k, u, int(p) + int(q)', 'k, u, padding=int(p + q)'],
    ['p = 1.5', 'k, u, int(p)', 'k, u, padding=p'],
    ['p = 2.5', 'k, u, math.ceil(p / 2)', 'k, u, padding=-(-p // 2)'],
    ['p = 3.5', 'k, u, int(p - p % 2)', 'k, u, padding=int(p // 2) * 2'],
    ["mode = 'a', n = 'b', m = 'ab'", 'k, u, 1 if mode + n == m else 0', 'k, u, padding=1 if n + mode == m else 0'],
    ['p = 0.1', 'k, u, 1 if p + p + p > 0.3 else 0', 'k, u, padding=1 if 3 * p > 0.3 else 0'],
    ['k = 2', 'k, u, k ** -1', 'k, u, padding=k ** 1'],
    ['past 2**53', `k, u, math.ceil((${10n ** 20n} * u + 1) / ${10n ** 20n})`, 'k, u, padding=u + 1'],
  ],
  'floor and modulo': [
    ['k - u = -1', 'k, u, abs(int((k - u) / 2))', 'k, u, padding=abs((k - u) // 2)'],
    ['u = 3', 'k, u, u // 2', 'k, u, padding=(u + 1) // 2'],
    ['u = 1', 'k, u, u // 2 * 2', 'k, u, padding=u'],
    ['p = -3', 'k, u, p // -2', 'k, u, padding=-(p // 2)'],
    ['p = 3', 'k, u, p // 2', 'k, u, padding=-(-p // 2)'],
    ['n = -2, p = 1', 'k, u, p % n + 2', 'k, u, padding=p % -n + 2'],
    ['p = 3', 'k, u, p * 2 // 3', 'k, u, padding=p // 3 * 2'],
    ['p = 4', 'k, u, p // 2 // 3', 'k, u, padding=p // 5'],
    ['u = 2', 'k, u, 1 if u % 2 else 0', 'k, u, padding=1 if u % 2 == 0 else 0'],
    ['p = 2.5', 'k, u, 1 if p % 2 else 0', 'k, u, padding=int(p) % 2'],
    ['p = 2.5', 'k, u, 1 if p % 2 else 0', 'k, u, padding=p % 2'],
    ['u = 5', 'k, u, 1 if u % 3 else 0', 'k, u, padding=u % 3'],
    ['k u = 3, p q = 5', 'k, u, k * u // 2 * (p * q // 2)', 'k, u, padding=k * q // 2 * (p * u // 2)'],
    ['u = 2', 'k, u, 1 if u % 2 == 2 else 0', 'k, u, padding=1 if u % 2 == 0 else 0'],
    ['u = 2', 'k, u, 1 if u % 2 == -1 else 0', 'k, u, padding=1 if u % 2 == 0 else 0'],
    ['u = 2', 'k, u, 1 if u % 2 > 1 else 0', 'k, u, padding=1 if u % 2 == 0 else 0'],
  ],
  'no test for odd numbers': [
    ['u = 4', 'k, u, 1 if u // 2 else 0', 'k, u, padding=u // 2'],
    ['u = 1', 'k, u, 1 if u * 2 else 0', 'k, u, padding=u * 2'],
    ['u = 2', 'k, u, 1 if (u % 2 == 0) == 0 else 0', 'k, u, padding=1 if u % 2 == 0 else 0'],
  ],
  'another convolution': [
    ['k = 5, d = 1 and k = 3, d = 2', '5, u', '3, u, dilation=2'],
    ['g = 2', 'k, u, groups=g', 'k, u'],
    ['k = 2', 'k, u, dilation=d', 'k, u'],
  ],
  'functions and choices': [
    ['p = (3,)', 'k, u, max(p)', 'k, u, padding=p'],
    ['k u = 3, p q = 5', 'k, u, max(k * u, 1) * max(p * q, 1)', 'k, u, padding=max(k * q, 1) * max(p * u, 1)'],
    ['p = -1', 'k, u, abs(p)', 'k, u, padding=p'],
    ['p = 2', 'k, u, p and 1', 'k, u, padding=p'],
    ['p = 1', 'k, u, p or 2', 'k, u, padding=2'],
    ['p = 1', 'k, u, ~p + 3', 'k, u, padding=3 - p'],
    ['p = 2', 'k, u, p ^ 2', 'k, u, padding=p ** 2'],
    ['p = 1', 'k, u, p << 1', 'k, u, padding=1 << p'],
    ['flag = False', 'k, u, p if flag else q', 'k, u, padding=p'],
    ['flag = False', 'k, u, p if flag else q', 'k, u, padding=q if flag else p'],
    ['p = 0.6', 'k, u, round(p)', 'k, u, padding=int(p)'],
  ],
  'names that look alike': [
    ['two items', 'k, u, cfg["a"]', 'k, u, padding=cfg["b"]'],
    ['two items', 'k, u, cfg[0]', 'k, u, padding=cfg["0"]'],
    ['an item and an attribute', 'k, u, cfg["p"]', 'k, u, padding=cfg.p'],
    ['a slice', 'k, u, len(cfg[1:])', 'k, u, padding=len(cfg[:1])'],
    ['U+001F', 'k, u, cfg["a\u001fb"] * cfg["e\u001ff"]', 'k, u, padding=cfg["a\u001ff"] * cfg["e\u001fb"]'],
    ['calls', 'k, u, f()', 'k, u, padding=f()'],
    ['a walrus before', '(k := 3), u, p', '(k := 3), u, padding=k'],
    ['comprehensions', 'k, u, len([q for q in cfg])', 'k, u, padding=len([q for q in cfg])'],
  ],
  'what MindSpore raises for': [
    ['bool', 'k, u, True', 'k, u, padding=True'],
    ['bool', 'k, u, u % 2 == 1', 'k, u, padding=u % 2 == 1'],
    ['bool', 'k, u, not p', 'k, u, padding=not p'],
    ['tuple', '(k,), u', '(k,), u'],
    ['tuple', 'k, (u,)', 'k, (u,)'],
  ],
}

describe.each(Object.entries(different))('not proved: %s', (_, cases) => {
  test.each(cases)('%s: %s is not %s', (_why, args, sizes) => {
    expect(status(`ci, co, ${args}`, conv1d(sizes))).not.toBe('proved')
  })
})

const flags: readonly (readonly [string, string])[] = [
  ['flag', 'not flag'],
  ['flag', 'True'],
  ['p', 'p'],
  ['p or q', 'bool(q or p)'],
  ['flag is None', 'flag is not None'],
  ['not flag', 'bool(flag)'],
  ["mode == 'a'", "'a' == mode"],
  ['f()', 'bool(f())'],
]

test.each(flags.filter(([bias]) => bias !== 'p'))('bias %s is not has_bias %s', (bias, flag) => {
  expect(status(`ci, co, k, u, bias=${bias}`, conv1d('k, u', flag))).not.toBe('proved')
})

test.each([
  ['0', 'False'],
  ['1', 'True'],
  ['None', 'False'],
  ['3', 'bool(2)'],
  ['flag', 'bool(flag)'],
])('bias %s is has_bias %s', (bias, flag) => {
  expect(status(`ci, co, k, u, bias=${bias}`, conv1d('k, u', flag))).toBe('proved')
})

test('channels that change places are not the same', () => {
  expect(status('ci, co, k, u', conv1d('k, u').replace('ci, co', 'co, ci'))).not.toBe('proved')
})

/** With output_padding q the right crop is p - q + u where one frame is appended. */
const lifts: readonly (readonly [string, string])[] = [
  ['no frame', lifted('(0, 0, p, p - q)', { frames: '' })],
  ['a frame that is not cropped', lifted('(0, 0, p, p - q)')],
  ['the frame in front', lifted('(0, 0, p, p - q + u)', { frames: '(1, 0)' })],
  ['two frames, one cropped', lifted('(0, 0, p, p - q + u)', { frames: '(0, 2)' })],
  ['crops swapped', lifted('(0, 0, p - q + u, p)')],
  ['cropped above', lifted('(1, 0, p, p - q + u)')],
  ['a kernel of height 2', lifted('(0, 0, p, p - q + u)', { kernel: '(2, k)' })],
  ['a square kernel', lifted('(0, 0, p, p - q + u)', { kernel: 'k' })],
  ['output_padding of its own', lifted('(0, 0, p, p)', { frames: '', more: ', output_padding=(0, q)' })],
  ['frames that may be negative', lifted('(0, 0, p, p - q + n * u)', { frames: '(0, n)' })],
  ['two sides more', lifted('(0, 0, p, p - q + u)', { frames: '(0, 1, 0, 1)' })],
  ['ones', lifted('(0, 0, p, p - q + u)').replace('0.0', '1.0')],
  ['no Flatten', lifted('(0, 0, p, p - q + u)').replace(', ms.nn.Flatten(2, 3)', '')],
  ['another axis', lifted('(0, 0, p, p - q + u)').replace('Unflatten(2, (1, -1))', 'Unflatten(2, (-1, 1))')],
  ["pad_mode='same'", lifted('(0, 0, p, p - q + u)').replace("pad_mode='pad'", "pad_mode='same'")],
  ['a pad_mode by name', lifted('(0, 0, p, p - q + u)').replace("pad_mode='pad'", 'pad_mode=mode')],
  ['no pad_mode', lifted('(0, 0, p, p - q + u)').replace("pad_mode='pad', ", '')],
  ['one crop for all sides', lifted('p')],
  ['a layer of another kind', lifted('(0, 0, p, p - q + u)').replace('Flatten(2, 3)', 'Flatten(2, 3), ms.nn.ReLU()')],
  ['the channels flattened', lifted('(0, 0, p, p - q + u)').replace('Flatten(2, 3)', 'Flatten(1, 3)')],
  ['nothing flattened', lifted('(0, 0, p, p - q + u)').replace('Flatten(2, 3)', 'Flatten(2, 2)')],
  ['the same twice', lifted('(0, 0, p, p - q + u)').replace('Flatten(2, 3)', 'Flatten(2, 3), ms.nn.Flatten(2, 3)')],
]

test('a frame that is cropped off the input is not proved, though no crop of the output is negative', () => {
  expect(status('ci, co, k, u, u', lifted('(0, 0, u, 0)', { frames: '(0, -1)' }))).not.toBe('proved')
})

test.each(lifts)('recipe E with %s is not proved', (_, port) => {
  expect(status('ci, co, k, u, p, q', port)).not.toBe('proved')
})

test('one frame is not proved where dilation may let output_padding reach the stride', () => {
  const port = lifted('(0, 0, p, p - q + u)', { more: ', dilation=(1, d)' })
  expect(status('ci, co, k, u, p, q', lifted('(0, 0, p, p - q + u)'))).toBe('proved')
  expect(status('ci, co, k, u, p, q, dilation=d', port)).not.toBe('proved')
})

test.each(["pad_mode='same'", "pad_mode='valid'", "pad_mode='same', padding=p"])(
  '%s is not proved for any k and u',
  mode => {
    for (const padding of ['0', 'p', '(k - u) // 2', 'max(0, k - u) // 2'])
      expect(
        status(`ci, co, k, u, ${padding}`, `ms.nn.Conv1dTranspose(ci, co, k, u, ${mode}, has_bias=True)`),
      ).not.toBe('proved')
  },
)

/** Spellings of real code that are the same. */
const equal: readonly (readonly [args: string, sizes: string])[] = [
  ['k, u, (k - u) // 2', 'k, u, padding=(k - u) // 2'],
  ['k, u, (k - u) // 2', 'k, u, padding=(k + u) // 2 - u'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=(u + 1) // 2'],
  ['2 * u, u, u // 2 + u % 2', 'u * 2, u, padding=u - u // 2'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=math.ceil(u / 2)'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=u // 2 + (u % 2)'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=u // 2 + (1 if u % 2 != 0 else 0)'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=u // 2 + (0 if u % 2 == 0 else 1)'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=u // 2 + int(u % 2 == 1)'],
  ['2 * u, u, u // 2 + u % 2', '2 * u, u, padding=-(-u // 2)'],
  ['k, u, int(u / 2)', 'k, u, padding=u // 2'],
  ['k, u, int((k - 1) / 2)', 'k, u, padding=(k - 1) // 2'],
  ['k, u, math.floor(k / 2)', 'k, u, padding=k // 2'],
  ['k, u, math.ceil((k - u) / 2)', 'k, u, padding=(k - u + 1) // 2'],
  ['k, u, math.ceil((k - u) / 2)', 'k, u, padding=-((u - k) // 2)'],
  ['k, u, (p,)', 'k, u, padding=p'],
  ['k, u, k // 1', 'k, u, padding=k'],
  ['k, u, (k * u + u - 1) // u', 'k, u, padding=k + (u - 1) // u'],
  ['k, u, p % 3', 'k, u, padding=p - p // 3 * 3'],
  ['k, u, p // -2', 'k, u, padding=-p // 2'],
  ['k, u, p // -k', 'k, u, padding=p // -k'],
  ['k, u, (p + 1) ** 4', 'k, u, padding=(p * p + 2 * p + 1) ** 2'],
  ['k, u, int(k)', 'k, u, padding=k'],
  ['k, u, math.floor(k + u)', 'k, u, padding=u + k'],
  ['k, u, math.ceil(k)', 'k, u, padding=k'],
  ['2 * u, u, u % 2', '2 * u, u, padding=1 if (u % 2 == 0) == 0 else 0'],
  ['k, u, (p + 1) ** 2', 'k, u, padding=p * p + 2 * p + 1'],
  ['k, u, p if flag else p + q - q', 'k, u, padding=p'],
  ['k, u, max(0, (k - u) // 2)', 'k, u, padding=max(0, (k - u) // 2)'],
  ['k, u, cfg["p"] * 2', 'k, u, padding=cfg["p"] + cfg["p"]'],
]

test.each(equal)('proved: %s is %s', (args, sizes) => {
  expect(status(`ci, co, ${args}`, conv1d(sizes))).toBe('proved')
})

/** Where output_padding <= padding is known, no frame is needed: the smallest crop is p - op. */
const noFrames: readonly (readonly [padding: string, more: string])[] = [
  ['u // 2 + u % 2', 'u % 2'],
  ['(u + 1) // 2', 'u % 2'],
  ['math.ceil(u / 2)', 'u % 2'],
  ['u // 2 + u % 2', '1 if u % 2 != 0 else 0'],
  ['u // 2 + u % 2', '0 if u % 2 == 0 else 1'],
  ['math.ceil(u / 2)', 'int(u % 2 != 0)'],
  ['k // 2 + q', 'q'],
  ['max(q, 1)', 'q'],
]

test.each(noFrames)('padding %s with output_padding %s is proved without a frame', (padding, more) => {
  const port = lifted(`(0, 0, ${padding}, ${padding} - (${more}))`, { frames: '' })
  expect(status(`ci, co, k, u, ${padding}, ${more}`, port)).toBe('proved')
})

const statusInPlace = (args: string, port: string) => certifiedInPlace(`ci, co, ${args}`, port).status

test.each([
  ['k, u, f()', conv1d('k, u, padding=f()')],
  ['k, u, f(1), bias=f(2)', conv1d('k, u, padding=f(1)', 'bool(f(2))')],
  ['k, u, p, 1, bias=f()', lifted('(0, 0, p, p - 1 + u)').replace('has_bias=True', 'has_bias=bool(f())')],
])('a call that runs once, in its place, is proved: %s', (args, port) => {
  expect(statusInPlace(args, port)).toBe('proved')
})

test.each([
  ['twice', 'k, u, f(), 1', lifted('(0, 0, f(), f() - 1 + u)')],
  ['twice instead of two', 'k, u, f(1), f(2)', lifted('(0, 0, f(1), f(1) - f(2) + u)')],
  ['no more', 'k, u, p, bias=f()', conv1d('k, u, padding=p')],
  ['no more, though it counts for nothing', 'k, u, p + 0 * f()', conv1d('k, u, padding=p')],
  ['no more, though it decides nothing', 'k, u, p if f() else p', conv1d('k, u, padding=p')],
  ['another one', 'k, u, f(1)', conv1d('k, u, padding=f(2)')],
  ['in another order', 'k, f(1), f(2)', conv1d('k, padding=f(2), stride=f(1)')],
  ['the other way round', 'k, u, f(1) - f(2)', conv1d('k, u, padding=-f(2) + f(1)')],
])('a call that runs %s is not proved: %s', (_, args, port) => {
  expect(statusInPlace(args, port)).not.toBe('proved')
})

/** Between the two reads f may change the attribute. */
test.each([
  [
    'one key for both reads',
    '1, self.u, groups=f(), output_padding=self.u - 1',
    "ms.nn.Conv1dTranspose(ci, co, 1, self.u, group=f(), pad_mode='same', has_bias=True)",
  ],
  ['read before, not behind', 'f(), u, self.p', conv1d('stride=u, padding=self.p, kernel_size=f()')],
])('a port that reads an attribute on the other side of a call is not proved: %s', (_, args, port) => {
  expect(statusInPlace(args, port)).not.toBe('proved')
})

test('what is assumed is said: an attribute or item is an int', () => {
  const { assumes } = certified(
    'ci, co, self.k, u, cfg["p"], bias=self.bias',
    conv1d('self.k, u, padding=cfg["p"]', 'bool(self.bias)'),
  )
  expect(assumes).toEqual([
    { id: 'assume.int', name: 'self.k' },
    { id: 'assume.int', name: 'cfg["p"]' },
  ])
})
