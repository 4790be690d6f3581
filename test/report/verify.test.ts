import { expect, test } from 'vitest'
import type { Verification } from '../../src/engine/verified.ts'
import { verificationJson } from '../../src/report/verify_json.ts'
import { verificationSvg } from '../../src/report/verify_svg.ts'
import { verificationText } from '../../src/report/verify_text.ts'
import { columns } from '../../src/report/visible.ts'
import { checker } from '../checker.ts'

function verification(call: string, against: string | null = null): Verification {
  const verified = checker.verify(call, against)
  if (verified.kind === 'unusable') throw new Error(verified.message.id)
  return verified
}

const same = "nn.Conv1dTranspose(8, 4, 5, 3, pad_mode='same', has_bias=True)"
const official = verification('nn.ConvTranspose1d(8, 4, 5, 3, 2, 2)', same)
const plain = verification('nn.ConvTranspose1d(c, c // 2, k, u, padding=(k - u) // 2)')
const composed = verification(
  'nn.ConvTranspose1d(c, c, kernel_size=stride * 2, stride=stride, padding=math.ceil(stride / 2), output_padding=stride % 2)',
)

test('a plain call: arguments, rewrite and proof, sample runs, windows', () => {
  expect(verificationText(plain)).toMatchInlineSnapshot(`
    "torch.nn.ConvTranspose1d            mindspore.nn.Conv1dTranspose
    in_channels     c                   in_channels   c
    out_channels    c // 2              out_channels  c // 2
    kernel_size     k                   kernel_size   k
    stride          u                   stride        u
                                        pad_mode      'pad'
    padding         (k - u) // 2        padding       (k - u) // 2
    output_padding  0 (default)
    groups          1 (default)         group         1 (default)
    bias            True (default)      has_bias      True
                                        weight_init   None (default)
                                        bias_init     None (default)
    dilation        1 (default)         dilation      1 (default)
    padding_mode    'zeros' (default)
    device          None (default)
    dtype           None (default)      dtype         float32 (default)

    rewrite   ms.nn.Conv1dTranspose(c, c // 2, k, u, pad_mode='pad', padding=(k - u) // 2, has_bias=True)
    proof     proved for all values: first sample (k - u)//2, length (L - 1)·u -
              2·((k - u)//2) + k on both sides, given padding >= 0
    padding   stays, by name, with pad_mode='pad' (MindSpore's default 'same' would
              crop elsewhere)
    bias      has_bias=True (torch's default is True, MindSpore's is False)

    samples
    L  torch       MindSpore   first  equal  with
    1  (1, 1, 1)   (1, 1, 1)   1      yes    c = 2, k = 3, u = 1
    2  (1, 1, 2)   (1, 1, 2)   4      yes    c = 2, k = 9, u = 1
    3  (1, 1, 21)  (1, 1, 21)  2      yes    c = 2, k = 11, u = 7
    4  (1, 1, 36)  (1, 1, 36)  2      yes    c = 2, k = 13, u = 9
    5  (1, 1, 35)  (1, 1, 35)  4      yes    c = 2, k = 15, u = 7
    6  (1, 1, 84)  (1, 1, 84)  1      yes    c = 2, k = 16, u = 14

    what each layer keeps of the full transposed convolution, with k = 5, u = 2,
    L = 4
             first  length     0    5    10
    torch    1      9          ·█████████·
    'pad'    1      9       =  ·█████████·
    'same'   1      8       ≠  ·████████··
    'valid'  0      11      ≠  ███████████
    █ kept   · cropped   ░ kept beyond the end: zero and bias
    "
  `)
})

test('a port that is wrong: where, and what it keeps instead', () => {
  expect(verificationText(official)).toMatchInlineSnapshot(`
    "torch.nn.ConvTranspose1d            mindspore.nn.Conv1dTranspose
    in_channels     8                   in_channels   8
    out_channels    4                   out_channels  4
    kernel_size     5                   kernel_size   5
    stride          3                   stride        3
                                        pad_mode      'same'
    padding         2                   padding       0 (default)
    output_padding  2
    groups          1 (default)         group         1 (default)
    bias            True (default)      has_bias      True
                                        weight_init   None (default)
                                        bias_init     None (default)
    dilation        1 (default)         dilation      1 (default)
    padding_mode    'zeros' (default)
    device          None (default)
    dtype           None (default)      dtype         float32 (default)

    port      nn.Conv1dTranspose(8, 4, 5, 3, pad_mode='same', has_bias=True)
    proof     refuted: torch and MindSpore differ
              with L = 1: torch gives shape (1, 4, 3), MindSpore (1, 4, 3); at
              [0, 0, 0] torch has 34, MindSpore 88
    rewrite   ms.nn.SequentialCell(ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(8, 4, (1, 5), (1, 3), pad_mode='pad', padding=(0, 0, 2, 0), has_bias=True), ms.nn.Flatten(2, 3))

    samples
    L  torch       MindSpore   first  equal
    1  (1, 4, 3)   (1, 4, 3)   2      no
    2  (1, 4, 6)   (1, 4, 6)   2      no
    3  (1, 4, 9)   (1, 4, 9)   2      no
    4  (1, 4, 12)  (1, 4, 12)  2      no
    5  (1, 4, 15)  (1, 4, 15)  2      no
    6  (1, 4, 18)  (1, 4, 18)  2      no

    what each layer keeps of the full transposed convolution, with L = 4
             first  length     0    5    10
    torch    2      12         ··████████████
    'pad'    2      10      ≠  ··██████████··
    'same'   1      12      ≠  ·████████████·
    'valid'  0      14      ≠  ██████████████
    rewrite  2      12      =  ··████████████
    port     1      12      ≠  ·████████████·
    █ kept   · cropped   ░ kept beyond the end: zero and bias
    "
  `)
})

test('a composed rewrite: what it leans on, and what was refuted', () => {
  expect(verificationText(composed)).toMatchInlineSnapshot(`
    "torch.nn.ConvTranspose1d                mindspore.nn.Conv2dTranspose
    in_channels     c                       in_channels     c
    out_channels    c                       out_channels    c
    kernel_size     stride * 2              kernel_size     (1, stride * 2)
    stride          stride                  stride          (1, stride)
                                            pad_mode        'pad'
    padding         math.ceil(stride / 2)   padding         (0, 0,
                                                            math.ceil(stride / 2),
                                                            math.ceil(stride / 2)
                                                            - stride % 2)
    output_padding  stride % 2              output_padding  0 (default)
    groups          1 (default)             group           1 (default)
    bias            True (default)          has_bias        True
                                            weight_init     None (default)
                                            bias_init       None (default)
    dilation        1 (default)             dilation        1 (default)
    padding_mode    'zeros' (default)
    device          None (default)
    dtype           None (default)          dtype           float32 (default)

    rewrite          ms.nn.SequentialCell(ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(c, c, kernel_size=(1, stride * 2), stride=(1, stride), pad_mode='pad', padding=(0, 0, math.ceil(stride / 2), math.ceil(stride / 2) - stride % 2), has_bias=True), ms.nn.Flatten(2, 3))
    proof            proved for all values: first sample math.ceil(stride/2), length
                     (L - 1)·stride - 2·math.ceil(stride/2) + stride·2 + stride%2 on
                     both sides, given padding >= 0 and x // n >= 0 for x >= 0
    output_padding   becomes a crop of math.ceil(stride / 2) - stride % 2 samples at
                     the end
    note             unsafe: another class, and other names for its parameters in
                     checkpoints
    padding          stays, by name, with pad_mode='pad' (MindSpore's default 'same'
                     would crop elsewhere)
    bias             has_bias=True (torch's default is True, MindSpore's is False)
    refuted          mindspore.nn.Conv1dTranspose(c, c, stride * 2, stride=stride, pad_mode='same', has_bias=True)
                     with c = 1, stride = 3, L = 1: torch gives shape (1, 1, 3),
                     MindSpore (1, 1, 3); at [0, 0, 0] torch has 24, MindSpore 39

    samples
    L  torch       MindSpore   first  equal  with
    1  (1, 1, 2)   (1, 1, 2)   1      yes    c = 1, stride = 2
    2  (1, 1, 10)  (1, 1, 10)  3      yes    c = 1, stride = 5
    3  (1, 1, 24)  (1, 1, 24)  4      yes    c = 1, stride = 8
    4  (1, 1, 44)  (1, 1, 44)  6      yes    c = 1, stride = 11
    5  (1, 1, 70)  (1, 1, 70)  7      yes    c = 1, stride = 14
    6  (1, 1, 96)  (1, 1, 96)  8      yes    c = 1, stride = 16

    what each layer keeps of the full transposed convolution, with stride = 3, L = 4
             first  length     0    5    10
    torch    2      12         ··████████████·
    'pad'    2      11      ≠  ··███████████··
    'same'   1      12      ≠  ·████████████··
    'valid'  0      15      ≠  ███████████████
    rewrite  2      12      =  ··████████████·
    █ kept   · cropped   ░ kept beyond the end: zero and bias
    "
  `)
})

test('starred arguments: what is known', () => {
  expect(verificationText(verification('nn.ConvTranspose1d(c, *sizes, padding=p)'))).toMatchInlineSnapshot(`
    "torch.nn.ConvTranspose1d
    in_channels     not known
    out_channels    not known
    kernel_size     not known
    stride          not known
    padding         p
    output_padding  not known
    groups          not known
    bias            not known
    dilation        not known
    padding_mode    not known
    device          not known
    dtype           not known

    rewrite   none
    proof     torch.nn.ConvTranspose1d is not rewritten here: what *sizes holds is
              not known
    "
  `)
})

const calls = [
  'nn.ConvTranspose1d(4, 4, 512, 256, 128)',
  'nn.ConvTranspose1d(4, 4, 7001, 3500, 1750)',
  'nn.ConvTranspose1d(in_channels=a.very_long_name, out_channels=a.very_long_name // a.another_one, kernel_size=a.much_longer_name_than_fits)',
  'nn.ConvTranspose1d(c, c, k, s, p, op, g, b, d)',
  'nn.ConvTranspose1d(4, 4, 2, 4, 0, 2)',
]

test.each(calls)('all but code fits 80 columns: %s', call => {
  const verified = verification(call)
  const lines = verificationText(verified).split('\n')
  const code = [verified.rewrite, ...verified.rejected.map(({ rewrite }) => rewrite)]
  const wide = lines.filter(line => columns(line) > 80 && !code.some(each => each && line.endsWith(each)))
  expect(wide.filter(line => !/^\d+ {2}\(/.test(line))).toEqual([])
})

test('many samples share a mark', () => {
  const text = verificationText(verification('nn.ConvTranspose1d(4, 4, 512, 256, 128)'))
  expect(text).toMatch(/one mark\sis 11 samples/)
  expect(text).toMatch(/torch +128 +256 +·{12}█{23}·{12}\n/)
})

test('what lies beyond the end is marked', () => {
  expect(verificationText(verification('nn.ConvTranspose1d(4, 4, 2, 4, 0, 2)'))).toMatch(/torch +0 +16 +█{14}░{2}\n/)
})

test('a call on several lines keeps them in the rewrite, and nothing moves the cursor', () => {
  const text = verificationText(verification('nn.ConvTranspose1d(\n    c,  # in\u001b[31m\n    c,\n    3,\n)'))
  expect(text).toContain(
    'rewrite   ms.nn.Conv1dTranspose(\n              c,  # in\\x1b[31m\n              c,\n              3,\n',
  )
  expect(text).not.toContain('\u001b')
})

test('colours only when asked', () => {
  expect(verificationText(plain)).not.toContain('\u001b')
  expect(verificationText(official, { colours: true })).toContain(`\u001b[31m${'█'.repeat(12)}\u001b[39m`)
})

test('JSON is the rewrite and the certificate, in words', () => {
  expect(JSON.parse(verificationJson(plain))).toEqual({
    rewrite: plain.rewrite,
    certificate: {
      status: 'proved',
      statement:
        'proved for all values: first sample (k - u)//2, length (L - 1)·u - 2·((k - u)//2) + k on both sides, given padding >= 0',
      assumes: [],
    },
  })
  expect(JSON.parse(verificationJson(official)).certificate).toMatchObject({
    status: 'refuted',
    counterexample: { values: {}, L: 1, torch_shape: [1, 4, 3], mindspore_shape: [1, 4, 3], index: [0, 0, 0] },
  })
  const assuming = verification('nn.ConvTranspose1d(c, c, self.k)')
  expect(JSON.parse(verificationJson(assuming)).certificate.assumes).toEqual(['self.k is an int'])
})

/** The tags that are not closed, or are closed without being open. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = []
  for (const [, closing, name = '', empty] of xml.matchAll(/<(\/?)([\w-]+)[^<>]*?(\/?)>/g)) {
    if (empty) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) return [name]
  }
  return open
}

test.each([official, plain, composed])('the SVG stands by itself: $call', verified => {
  const svg = verificationSvg(verified) ?? ''
  expect(unbalanced(svg)).toEqual([])
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 880 \d+"/)
  expect(svg).toContain('<title id="title">')
  expect(svg).toContain('prefers-color-scheme: dark')
  expect(svg).not.toMatch(/href|url\((?!#)|@import|<script/)
})

test('it has a cell for each sample of each layer, and says in words what they keep', () => {
  const svg = verificationSvg(official) ?? ''
  const kept = (kind: string) => [...svg.matchAll(new RegExp(`height="18" class="${kind}"`, 'g'))].length
  expect([kept('kept same'), kept('kept other'), kept('cropped')]).toEqual([24, 48, 12])
  expect(svg).toContain('torch: first 2, length 12. &apos;pad&apos;'.replaceAll('&apos;', "'"))
  expect(svg).toContain('port: first 1, length 12, not as torch.</desc>')
})

test('it escapes what the call holds', () => {
  const svg = verificationSvg(verification('nn.ConvTranspose1d(c if c < 3 & d else 3, c, k)')) ?? ''
  expect(unbalanced(svg)).toEqual([])
  expect(svg).toContain('nn.ConvTranspose1d(c if c &lt; 3 &amp; d else 3, c, k)</text>')
})

test('there is none where sizes are not known', () => {
  expect(verificationSvg(verification('nn.ConvTranspose1d(*sizes)'))).toBeNull()
})
