import { expect, test } from 'vitest'
import { conv_transpose1d } from '../../rules/conv_transpose1d/index.ts'
import { library, otherLibraries } from '../../rules/libraries.ts'
import { checkSource } from '../../src/engine/check_source.ts'
import { defaultOptions } from '../../src/engine/options.ts'
import { createParser } from '../../src/python/parser.ts'
import { grammar } from '../checker.ts'
import { fixed } from './harness.ts'

const head = 'import mindspore as ms\n\n\ndef up(c, k, g, b, f):\n    '
const options = { extendSelect: ['TSP404'] }

/** The findings of a call of MindSpore's, with what becomes of the call. */
function halfMade(call: string, before = head) {
  const { findings, text } = fixed(`${before}return ${call}\n`, options)
  const said = findings.map(({ code, fix, certificate }) => [code, fix?.applicability, certificate?.statement.id])
  return { said, call: text.slice(before.length + 'return '.length).trimEnd() }
}

test.each([
  [
    "ms.nn.Conv1dTranspose(c, c, k, 2, 'pad', 1)",
    "ms.nn.Conv1dTranspose(c, c, k, 2, pad_mode='pad', padding=1, has_bias=False)",
  ],
  [
    'ms.nn.Conv1dTranspose(c, f(), k, has_bias=f(b))',
    "ms.nn.Conv1dTranspose(c, f(), k, has_bias=f(b), pad_mode='same')",
  ],
])('%s is written out, with a proof that it is the same layer', (before, after) => {
  expect(halfMade(before)).toEqual({ said: [['TSP404', 'safe', 'proof.same-layer']], call: after })
})

test.each([
  [
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', padding=1, groups=g, bias=False)",
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', padding=1, group=g, has_bias=False)",
  ],
  [
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', groups=(2,), bias=b)",
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', group=2, has_bias=bool(b))",
  ],
])('%s is translated, with a proof of what the words say', (before, after) => {
  expect(halfMade(before)).toEqual({ said: [['TSP402', 'unsafe', 'proof.translated']], call: after })
})

test("a call in torch's words is proved to be torch's layer", () => {
  expect(halfMade('ms.nn.Conv1dTranspose(c, c, k, padding=1, bias=b)')).toMatchObject({
    said: [['TSP402', 'safe', 'proof.equal']],
  })
})

test.each([
  ['both words for one thing', "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', group=g, groups=g)", head],
  [
    'initial values, which are not read',
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', weight_init=f(), groups=g)",
    head,
  ],
  ['initial values of the bias, too', "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', bias_init=f(), groups=g)", head],
  ['output_padding alone', "ms.nn.Conv1dTranspose(c, c, k, 2, pad_mode='pad', output_padding=1, groups=g)", head],
  ['padding_mode alone', "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', padding_mode='reflect', groups=g)", head],
  ['a has_bias that MindSpore refuses', 'ms.nn.Conv1dTranspose(c, c, k, has_bias=[b])', head],
  ['bool is another thing there', "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', bias=b)", `bool = len\n${head}`],
  ['in an f-string', 'f"{ms.nn.Conv1dTranspose(c, c, k)}"', head],
  ["torch's words in an f-string", 'f"{ms.nn.Conv1dTranspose(c, c, k, bias=b)}"', head],
  ['a dtype that is not known', 'ms.nn.Conv1dTranspose(c, c, k, dtype=f())', head],
])('%s: it is found, and has no fix', (_, before, above) => {
  const { said, call } = halfMade(before, above)
  expect(said).toEqual([[expect.stringMatching(/^TSP40[24]$/), undefined, undefined]])
  expect(call).toBe(before)
})

test('many calls are certified together: the file is parsed as often as for one', async () => {
  const own = await createParser({ grammar })
  const parsesFor = (calls: number) => {
    const parsed: string[] = []
    const parse = (source: string) => {
      parsed.push(source)
      return own.parse(source)
    }
    const libraries = { library, others: otherLibraries }
    const modulesOf = () => {
      throw new Error('there is no loader')
    }
    const source = `import mindspore as ms\n${'ms.nn.Conv1dTranspose(1, 1, 1)\nms.nn.ConvTranspose1d(1, 1, 1)\n'.repeat(calls)}`
    const parts = { parser: { ...own, parse }, apis: [conv_transpose1d], libraries, modulesOf }
    const { findings } = checkSource(source, { ...defaultOptions, ...options }, parts, null)
    expect(findings.filter(({ fix }) => fix)).toHaveLength(2 * calls)
    return parsed.length
  }
  expect(parsesFor(30)).toBe(parsesFor(1))
})
