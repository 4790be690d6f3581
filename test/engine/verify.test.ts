import { expect, test } from 'vitest'
import { say } from '../../src/messages/say.ts'
import { checker } from '../checker.ts'
import { verification } from './verification.ts'

/** What a text that is no call to verify is answered with. */
function refusal(call: string, against: string | null = null): string {
  const verified = checker.verify(call, against)
  return verified.kind === 'unusable' ? `${verified.which}: ${say(verified.message)}` : ''
}

const plain = 'nn.ConvTranspose1d(c, c // 2, k, u, padding=(k - u) // 2)'
const official = 'nn.ConvTranspose1d(8, 4, 5, 3, 2, 2)'
const composed = 'nn.ConvTranspose1d(3, 64, kernel_size=k, stride=s, padding=(k-1)//2, output_padding=s-1, bias=False)'

test.each(['nn', 'torch.nn', 'torch.nn.modules.conv', 'self.torch', 'layers[0]', 'whatever()'])(
  'the call is taken by its last name, after %s',
  before => {
    const { rewrite, certificate } = verification(plain.replace('nn', before))
    expect(rewrite).toBe("ms.nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2, has_bias=True)")
    expect(certificate.status).toBe('proved')
  },
)

test('and without anything before it', () => {
  expect(verification('ConvTranspose1d(4, 4, 3)').certificate.status).toBe('proved')
})

test.each([
  [plain, 'proved', 'safe'],
  [composed, 'proved', 'unsafe'],
  ['nn.ConvTranspose1d(c, c, 2*u, u, padding=math.ceil(u / 2), output_padding=u % 2)', 'proved', 'unsafe'],
  ['nn.ConvTranspose1d(int(c), max(c, 1), k, dtype=torch.float16)', 'proved', 'safe'],
  ['nn.ConvTranspose1d(c, c, k, u, self.p, u - 1)', 'proved', 'unsafe'],
  ['nn.ConvTranspose1d(c, next(sizes), k)', 'proved', 'safe'],
  ['  (nn.ConvTranspose1d\n  (c, # channels\n c, 3  # noqa\n))', 'proved', 'safe'],
  ['\uFEFFnn.ConvTranspose1d(c,\r\n  c, 3)\r\n', 'proved', 'safe'],
  ["nn.ConvTranspose1d(c, c, k, 1, p, 0, 1, True, 1, 'zeros',  # goes\n  None, None)", 'proved', 'safe'],
  ['nn.ConvTranspose1d(c, c, *sizes)', 'unknown', null],
  ['nn.ConvTranspose1d(c, c, k, output_padding=next(sizes), padding=p)', 'unknown', null],
  ['nn.ConvTranspose1d(c, c, k, padding=-1)', 'unknown', null],
  ['nn.ConvTranspose1d(c, c)', 'unknown', null],
])('%s is %s', (call, status, applicability) => {
  const verified = verification(call)
  expect(verified.certificate.status).toBe(status)
  expect(verified.applicability).toBe(applicability)
  expect(verified.rewrite === null).toBe(status === 'unknown')
})

test('the layers of a composed rewrite', () => {
  expect(verification(composed).rewrite).toBe(
    "ms.nn.SequentialCell(ms.nn.ConstantPad1d((0, 1), 0.0), ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(3, 64, kernel_size=(1, k), stride=(1, s), pad_mode='pad', padding=(0, 0, (k-1)//2, (k-1)//2 - (s-1) + s), has_bias=False), ms.nn.Flatten(2, 3))",
  )
})

test('names of the call that mean modules elsewhere are names', () => {
  const { rewrite, certificate } = verification('nn.ConvTranspose1d(ms, mindspore, k, padding=nn)')
  expect(rewrite).toMatch(/^ms_1\.nn\.Conv1dTranspose\(ms, mindspore, k, /)
  expect(certificate.status).toBe('proved')
})

test.each([
  ['nn.ConvTranspose1d(c, c, *sizes)', 'what *sizes holds is not known'],
  ['nn.ConvTranspose1d(c, c, k, padding=-1)', 'torch itself raises here: padding has to be at least 0, and is -1'],
  ['nn.ConvTranspose1d(c, c)', 'torch itself raises here: kernel_size is missing'],
  ['nn.ConvTranspose1d(c, c, k, dtype=torch.float64)', 'its dtype stands in the way'],
])('%s: what stands in the way is the statement', (call, words) => {
  expect(say(verification(call).certificate.statement)).toContain(words)
})

test.each([
  ['', 'call: one call is expected, and there is none'],
  ['nn.ConvTranspose1d(1, 2', 'call: this is no Python expression: '],
  ['x = nn.ConvTranspose1d(1, 2, 3)', 'call: one call is expected, and this is none: x = '],
  ['nn.ConvTranspose1d(1, 2, 3), 4', 'call: one call is expected, and this is none: '],
  [
    'nn.ConvTranspose1d(1, 2, 3)\nnn.ConvTranspose1d(1, 2, 3)',
    'call: one call is expected, and there are 2 statements',
  ],
  ['nn.Conv1d(1, 2, 3)', 'call: a call of ConvTranspose1d is expected, and this is one of nn.Conv1d'],
  ['nn.ConvTranspose1d(1, 2, 3)(x)', 'call: a call of ConvTranspose1d is expected, '],
  [`nn.ConvTranspose1d(${'('.repeat(2000)}1${')'.repeat(2000)}, 2, 3)`, 'call: not checked: the code is nested '],
])('%j is no call to verify', (call, words) => {
  expect(refusal(call)).toContain(words)
})

test('nor is a port that is no call', () => {
  expect(refusal(plain, 'port')).toBe('against: one call is expected, and this is none: port')
  expect(refusal(plain, 'ms.nn.Conv1dTranspose(')).toMatch(/^against: this is no Python expression/)
})

const padded = "c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2, has_bias=True"

test.each([
  [plain, `ms.nn.Conv1dTranspose(${padded})`],
  [plain, `nn.Conv1dTranspose(${padded})`],
  [plain, `mindspore.nn.Conv1dTranspose(${padded})`],
  [plain, "nn.Conv1dTranspose(c, c // 2, k, u, 'pad', (k - u) // 2, 1, 1, True)"],
  [
    plain,
    "nn.Conv1dTranspose(padding=(k + u) // 2 - u, has_bias=True, pad_mode='pad', stride=u, kernel_size=k, out_channels=c // 2, in_channels=c)",
  ],
  [plain, `nn.Conv1dTranspose(${padded}, dtype=ms.float32)`],
  [
    'nn.ConvTranspose1d(c, c, k, dtype=torch.float16)',
    "nn.Conv1dTranspose(c, c, k, pad_mode='pad', has_bias=True, dtype=ms.float16)",
  ],
  ['nn.ConvTranspose1d(c, c, k, u, output_padding=u - k)', 'nn.Conv1dTranspose(c, c, k, u, has_bias=True)'],
  [
    official,
    "nn.SequentialCell(nn.Unflatten(2, (1, -1)), nn.Conv2dTranspose(8, 4, (1, 5), (1, 3), 'pad', (0, 0, 2, 0), has_bias=True), nn.Flatten(2, 3))",
  ],
  [
    official,
    "nn.SequentialCell([nn.ConstantPad1d(padding=(0, 1), value=0), nn.Unflatten(axis=2, unflattened_size=(1, -1)), nn.Conv2dTranspose(8, 4, (1, 5), (1, 3), 'pad', (0, 0, 2, 3), has_bias=True), nn.Flatten(2, -1)])",
  ],
  [
    'nn.ConvTranspose1d(c, next(sizes), next(sizes))',
    "nn.Conv1dTranspose(c, next(sizes), next(sizes), pad_mode='pad', has_bias=True)",
  ],
])('%s: %s is proved', (call, against) => {
  expect(verification(call, against).certificate.status).toBe('proved')
})

test.each([
  ['the official page', official, "nn.Conv1dTranspose(8, 4, 5, 3, pad_mode='same', has_bias=True)"],
  ['a bias that was forgotten', plain, "nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2)"],
  ['a pad_mode that was forgotten', 'nn.ConvTranspose1d(c, c, k, u)', 'nn.Conv1dTranspose(c, c, k, u, has_bias=True)'],
  [
    'padding in another mode',
    'nn.ConvTranspose1d(c, c, k, u, p)',
    "nn.Conv1dTranspose(c, c, k, u, 'same', p, has_bias=True)",
  ],
  [
    'a name that the call does not have',
    'nn.ConvTranspose1d(c, c, k)',
    "nn.Conv1dTranspose(c, c, n, pad_mode='pad', has_bias=True)",
  ],
  [
    'frames without their crop',
    official,
    "nn.SequentialCell(nn.ConstantPad1d((0, 1), 0), nn.Unflatten(2, (1, -1)), nn.Conv2dTranspose(8, 4, (1, 5), (1, 3), 'pad', (0, 0, 2, 0), has_bias=True), nn.Flatten(2, 3))",
  ],
])('%s is refuted', (_, call, against) => {
  expect(verification(call, against).certificate.status).toBe('refuted')
})

test.each([
  ['another layer', plain, 'nn.Dense(c, c)', 'the call was not understood'],
  ['a mode that is a name', plain, 'nn.Conv1dTranspose(c, c // 2, k, u, pad_mode=mode)', 'the call was not understood'],
  [
    'a size that MindSpore refuses',
    'nn.ConvTranspose1d(c, c, (k,))',
    "nn.Conv1dTranspose(c, c, (k,), pad_mode='pad', has_bias=True)",
    'the call was not understood',
  ],
  [
    'a size that is a float',
    plain,
    "nn.Conv1dTranspose(c, c // 2, k, u, 'pad', (k - u) / 2, has_bias=True)",
    'the call was not understood',
  ],
  [
    "torch's keyword",
    plain,
    'nn.Conv1dTranspose(c, c // 2, k, u, bias=True)',
    'mindspore.nn.Conv1dTranspose raises: there is no parameter bias',
  ],
  [
    "MindSpore's zeros in place of samples",
    official,
    "nn.SequentialCell(nn.Unflatten(2, (1, -1)), nn.Conv2dTranspose(8, 4, (1, 5), (1, 3), 'pad', (0, 0, 2, 2), (0, 2), has_bias=True), nn.Flatten(2, 3))",
    'the call was not understood',
  ],
  ['another type', plain, `nn.Conv1dTranspose(${padded}, dtype=ms.float16)`, 'the types of the parameters differ'],
  [
    'a call that runs twice',
    'nn.ConvTranspose1d(c, f(), k)',
    "nn.Conv1dTranspose(f(), f(), k, pad_mode='pad', has_bias=True)",
    'its calls would no longer run as they did',
  ],
  [
    'calls in another order',
    'nn.ConvTranspose1d(f(), g(), k)',
    "nn.Conv1dTranspose(g(), f(), k, pad_mode='pad', has_bias=True)",
    'its calls would no longer run as they did',
  ],
  [
    'a device whose call goes',
    'nn.ConvTranspose1d(c, c, k, device=f())',
    "nn.Conv1dTranspose(c, c, k, pad_mode='pad', has_bias=True)",
    'its calls would no longer run as they did',
  ],
  ['starred arguments', 'nn.ConvTranspose1d(*sizes)', 'nn.Conv1dTranspose(*sizes)', 'what *sizes holds is not known'],
])('%s is unknown, with the reason', (_, call, against, words) => {
  const { certificate } = verification(call, against)
  expect(certificate.status).toBe('unknown')
  expect(say(certificate.statement)).toContain(words)
})

test("the official page's example has torch's shape and other values", () => {
  const { certificate, rewrite } = verification(
    official,
    "nn.Conv1dTranspose(8, 4, 5, 3, pad_mode='same', has_bias=True)",
  )
  expect(certificate).toMatchObject({
    counterexample: { L: 1, torch_shape: [1, 4, 3], mindspore_shape: [1, 4, 3], index: [0, 0, 0] },
  })
  expect(rewrite).toContain('Conv2dTranspose')
})

test('a counterexample has values for all names, the smallest with which torch runs', () => {
  const { certificate } = verification(plain, "nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='same', has_bias=True)")
  expect(certificate).toMatchObject({
    counterexample: { values: { c: '2', k: '2', u: '1' }, torch_shape: [1, 1, 2], mindspore_shape: [1, 1, 1] },
  })
})

test('a counterexample says what MindSpore raises', () => {
  const { certificate } = verification(
    'nn.ConvTranspose1d(4, 2, 3, padding=1)',
    "nn.Conv1dTranspose(4, 2, 3, pad_mode='same', padding=1, has_bias=True)",
  )
  expect(certificate).toMatchObject({
    counterexample: { torch_shape: [1, 2, 1], mindspore_raises: expect.stringContaining('ValueError') },
  })
})

test('a counterexample is as long as torch needs it', () => {
  const { certificate } = verification(
    'nn.ConvTranspose1d(4, 2, 3, padding=8)',
    'nn.Conv1dTranspose(4, 2, 3, has_bias=True)',
  )
  expect(certificate).toMatchObject({ counterexample: { L: 15, torch_shape: [1, 2, 1], mindspore_shape: [1, 2, 15] } })
})

test('the arguments stand side by side', () => {
  const table = verification('nn.ConvTranspose1d(c, c, k, groups=g)').arguments
  const shown = table?.pairs.map(({ torch, mindspore }) =>
    [torch, mindspore].map(each => each && ('text' in each ? `${each.name}=${each.text} ${each.standing}` : each.name)),
  )
  expect(table).toMatchObject({ torch: 'torch.nn.ConvTranspose1d', mindspore: 'mindspore.nn.Conv1dTranspose' })
  expect(shown).toEqual([
    ['in_channels=c given', 'in_channels=c given'],
    ['out_channels=c given', 'out_channels=c given'],
    ['kernel_size=k given', 'kernel_size=k given'],
    ['stride=1 default', 'stride=1 default'],
    [null, "pad_mode='pad' given"],
    ['padding=0 default', 'padding=0 default'],
    ['output_padding=0 default', null],
    ['groups=g given', 'group=g given'],
    ['bias=True default', 'has_bias=True given'],
    [null, 'weight_init=None default'],
    [null, 'bias_init=None default'],
    ['dilation=1 default', 'dilation=1 default'],
    ["padding_mode='zeros' default", null],
    ['device=None default', null],
    ['dtype=None default', 'dtype=float32 default'],
  ])
})

test('sample runs are valid, differ from each other, and are equal where the rewrite is proved', () => {
  for (const call of [plain, composed, official]) {
    const { samples } = verification(call)
    expect(samples).toHaveLength(6)
    expect(
      samples.every(({ equal, torch_shape, mindspore_shape }) => equal && `${torch_shape}` === `${mindspore_shape}`),
    ).toBe(true)
    expect(new Set(samples.map(each => JSON.stringify(each))).size).toBe(6)
  }
  expect(
    verification(official, 'nn.Conv1dTranspose(8, 4, 5, 3, has_bias=True)').samples.map(({ equal }) => equal),
  ).toEqual(Array(6).fill(false))
  expect(verification('nn.ConvTranspose1d(c, c, k, dtype=torch.float64)').samples[0]).toMatchObject({
    equal: null,
    mindspore_shape: null,
  })
  expect(verification('nn.ConvTranspose1d(*sizes)').samples).toEqual([])
})

test('what runs twice is shown twice', () => {
  const { values = {} } = verification('nn.ConvTranspose1d(c, c, next(sizes), next(sizes))').samples[0] ?? {}
  expect(Object.keys(values)).toEqual(['c', 'next(sizes)', 'next(sizes) (2)'])
})

test('the picture', () => {
  expect(verification(official, "nn.Conv1dTranspose(8, 4, 5, 3, 'same', has_bias=True)").picture).toEqual({
    values: {},
    sizes: { kernel_size: 5, stride: 3, padding: 2, output_padding: 2, dilation: 1 },
    L: 4,
    full: 14,
    extent: 14,
    windows: [
      { layer: 'torch', first: 2, length: 12, same: true },
      { layer: 'pad', first: 2, length: 10, same: false },
      { layer: 'same', first: 1, length: 12, same: false },
      { layer: 'valid', first: 0, length: 14, same: false },
      { layer: 'composed', first: 2, length: 12, same: true },
      { layer: 'port', first: 1, length: 12, same: false },
    ],
  })
  expect(verification('nn.ConvTranspose1d(*sizes)').picture).toBeNull()
  expect(verification('nn.ConvTranspose1d(c, c, 0 * k)').picture).toBeNull()
})

test('a call that the grammar reads only by itself is said to be no expression', () => {
  expect(checker.verify('nn.ConvTranspose1d(async, 1, 3)')).toMatchObject({ kind: 'unusable', which: 'call' })
})
