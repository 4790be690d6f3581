import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../host/folder.ts'
import { torchspore } from './run.ts'

const plain = 'nn.ConvTranspose1d(c, c // 2, k, u, padding=(k - u) // 2)'
const rewrite = "ms.nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2, has_bias=True)"
const official = 'nn.ConvTranspose1d(8, 4, kernel_size=5, stride=3, padding=2, output_padding=2)'

function verify(args: readonly string[], input = '') {
  return torchspore(makeFolder(), ['verify', ...args], input)
}

function json(args: readonly string[]) {
  const { status, out, err } = verify([...args, '--json'])
  return { status, err, ...JSON.parse(out) }
}

test('a plain call of names is proved', () => {
  const { status, out, err } = verify([plain])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toContain(`rewrite   ${rewrite}\nproof     proved for all values: first sample (k - u)//2, `)
  expect(out).toContain("torch    1      9          ·█████████·\n'pad'    1      9       =  ·█████████·\n")
})

test('--json prints the rewrite and the certificate, and nothing else', () => {
  expect(json([plain])).toEqual({
    status: 0,
    err: '',
    rewrite,
    certificate: { status: 'proved', statement: expect.stringContaining('proved for all values'), assumes: [] },
  })
})

test.each([
  'nn.ConvTranspose1d(3, 64, kernel_size=k, stride=s, padding=(k-1)//2, output_padding=s-1, bias=False)',
  'nn.ConvTranspose1d(c, c, 2 * stride, stride, padding=math.ceil(stride / 2), output_padding=stride % 2)',
])('output_padding is composed: %s', call => {
  const { status, rewrite, certificate } = json([call])
  expect(status).toBe(0)
  expect(rewrite).toMatch(/^ms\.nn\.SequentialCell\(/)
  expect(certificate.status).toBe('proved')
})

test.each([
  ['nn.ConvTranspose1d(c, *sizes)', 'what *sizes holds is not known'],
  [
    'nn.ConvTranspose1d(c, c, 4, 2, output_padding=2)',
    'torch itself raises here: output_padding has to be below stride',
  ],
])('%s has no rewrite', (call, words) => {
  expect(json([call])).toEqual({
    status: 1,
    err: '',
    rewrite: null,
    certificate: { status: 'unknown', statement: expect.stringContaining(words), assumes: [] },
  })
})

test('--against certifies a port', () => {
  const port = "mindspore.nn.Conv1dTranspose(c, c // 2, k, u, 'pad', (k - u) // 2, has_bias=True)"
  expect(json([plain, '--against', port])).toMatchObject({ status: 0, rewrite, certificate: { status: 'proved' } })
})

test("the official page's 'same' has torch's shape and other values", () => {
  const port = "ms.nn.Conv1dTranspose(8, 4, kernel_size=5, stride=3, pad_mode='same', has_bias=True)"
  const { status, certificate } = json([official, '--against', port])
  expect(status).toBe(1)
  expect(certificate).toMatchObject({
    status: 'refuted',
    counterexample: { values: {}, L: 1, torch_shape: [1, 4, 3], mindspore_shape: [1, 4, 3], index: [0, 0, 0] },
  })
  expect(certificate.counterexample.torch).not.toBe(certificate.counterexample.mindspore)
  expect(verify([official, '--against', port]).out).toContain('port     1      12      ≠  ·████████████·\n')
})

test('so is a port that forgets has_bias', () => {
  const port = "nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2)"
  const { status, certificate } = json([plain, '--against', port])
  expect(status).toBe(1)
  expect(certificate).toMatchObject({
    status: 'refuted',
    counterexample: { values: { c: '2', k: '1', u: '1' }, L: 1, torch_shape: [1, 1, 1], mindspore_shape: [1, 1, 1] },
  })
})

test('a port that cannot be read is unknown', () => {
  const { status, certificate } = json([plain, '--against', 'nn.Conv1dTranspose(c, c // 2, k, bias=True)'])
  expect(status).toBe(1)
  expect(certificate).toMatchObject({ status: 'unknown', statement: expect.stringContaining('no parameter bias') })
})

test('- is standard input', () => {
  expect(verify(['-', '--json'], `${plain}\n`).status).toBe(0)
  expect(verify(['-'], '\uFEFFnn.ConvTranspose1d(\r\n    c,  # channels\r\n    c,\r\n    3,\r\n)\r\n').status).toBe(0)
})

test.each([
  [['nn.ConvTranspose1d(c, c'], 'this is no Python expression: nn.ConvTranspose1d(c, c'],
  [['nn.Conv1d(c, c, 3)'], 'a call of ConvTranspose1d is expected, and this is one of nn.Conv1d'],
  [['a = 1\nnn.ConvTranspose1d(c, c, 3)'], 'one call is expected, and there are 2 statements'],
  [['x = nn.ConvTranspose1d(c, c, 3)'], 'one call is expected, and this is none: x = nn.'],
  [[''], 'one call is expected, and there is none'],
  [[plain, '--against', 'nn.Conv1dTranspose('], '--against: this is no Python expression: '],
  [[plain, '--svg', 'none/a.svg'], 'none/a.svg: the picture cannot be written: ENOENT: no such file or directory'],
  [[], "missing required argument 'call'"],
  [[plain, plain], 'too many arguments'],
])('%j is one clear line and exit status 2', (args, words) => {
  const { status, out, err } = verify(args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toMatch(/^torchspore: error: [^\n]*\n$/)
  expect(err).toContain(words)
})

test('--svg writes the picture, beside text or JSON', () => {
  const folder = makeFolder({ 'old.svg': 'old' })
  for (const name of ['new.svg', 'old.svg']) {
    const { status, out } = torchspore(folder, ['verify', plain, '--json', '--svg', name])
    expect({ status, rewrite: JSON.parse(out).rewrite }).toEqual({ status: 0, rewrite })
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  }
})

test('without sizes there is no picture, and a warning', () => {
  const folder = makeFolder()
  const { status, err } = torchspore(folder, ['verify', 'nn.ConvTranspose1d(*sizes)', '--svg', 'a.svg'])
  expect({ status, err }).toEqual({
    status: 1,
    err: 'torchspore: warning: a.svg is not written: the sizes of the layer are not known\n',
  })
  expect(existsSync(join(folder, 'a.svg'))).toBe(false)
})
