import { describe, expect, test } from 'vitest'
import type { Options } from '../../src/engine/options.ts'
import { checker } from '../checker.ts'

const options: Partial<Options> = { compatModule: 'vocoder.mindspore_compat' }
const head = 'from torch import nn\n'

/** `code applicability` of each finding, in the order of the text. */
function found(source: string, more: Partial<Options> = options): readonly string[] {
  return checker.check(source, more).map(({ code, fix }) => `${code} ${fix?.applicability ?? '-'}`)
}

describe('the compat class is written only where it is needed and can be had', () => {
  test.each([
    ['nothing stands in the way', 'x = nn.ConvTranspose1d(4, 4, 3)', ['TSP101 safe']],
    ['an output_padding that is 0', 'x = nn.ConvTranspose1d(4, 4, 3, output_padding=0)', ['TSP101 safe']],
    ['an output_padding', 'x = nn.ConvTranspose1d(4, 4, 3, 2, output_padding=1)', ['TSP103 safe']],
    ['a padding_mode that is not known', 'x = nn.ConvTranspose1d(4, 4, 3, padding_mode=m)', ['TSP103 safe']],
    ['torch raises', 'x = nn.ConvTranspose1d(*args, padding_mode="reflect")', ['TSP208 -']],
    [
      'a dtype that MindSpore lacks',
      'import torch\nx = nn.ConvTranspose1d(4, 4, 3, dtype=torch.float64)',
      ['TSP204 -'],
    ],
    ['inside an f-string', 'x = f"{nn.ConvTranspose1d(*args)}"', ['TSP206 -']],
    ['a file that does not parse', 'x = nn.ConvTranspose1d(*args)\ny = (', ['TSP206 -', 'TSP901 -']],
  ])('%s', (_, source, expected) => {
    expect(found(head + source)).toEqual(expected)
  })

  test('no import can stand before it', () => {
    expect(found('"""Doc."""; from torch import nn; x = nn.ConvTranspose1d(*args)\n')).toEqual(['TSP206 -'])
  })

  test('never without the setting', () => {
    const source = `${head}Up = nn.ConvTranspose1d\nx = nn.ConvTranspose1d(*args)\n`
    expect(found(source, {})).toEqual(['TSP301 -', 'TSP206 -'])
  })

  test('with groups on Ascend it is unsafe', () => {
    const source = `${head}x = nn.ConvTranspose1d(4, 4, 3, 2, output_padding=1, groups=2)\n`
    expect(found(source, { ...options, deviceTarget: 'Ascend' })).toEqual(['TSP209 unsafe'])
  })
})

describe('its name', () => {
  const call = 'x = nn.ConvTranspose1d(*args)\n'
  test.each([
    ['is the class’s own where nothing has that', '', 'import ConvTranspose1d\n'],
    ['is another where torch’s import has it', 'from torch.nn import ConvTranspose1d\n', ' as MSConvTranspose1d\n'],
    ['is another where a function has it', 'def ConvTranspose1d(): pass\n', ' as MSConvTranspose1d\n'],
    ['is free', 'ConvTranspose1d = MSConvTranspose1d = 1\n', ' as MSConvTranspose1d_1\n'],
  ])('%s', (_, before, expected) => {
    const { text } = checker.fix(`${head}${before}${call}`, 'safe', options)
    expect(text).toContain(
      `from vocoder.mindspore_compat import ConvTranspose1d${expected.replace('import ConvTranspose1d', '')}`,
    )
  })

  test('a star import behind it leaves no fix', () => {
    expect(found(`${head}def f(args):\n    return nn.ConvTranspose1d(*args)\nfrom torch.nn import *\n`)).toEqual([
      'TSP206 -',
    ])
  })
})

describe('a class that is not called', () => {
  test.each([
    ['a function that is handed it', 'register(nn.ConvTranspose1d)', ['TSP103 unsafe']],
    ['a keyword', 'x = Block(up=nn.ConvTranspose1d)', ['TSP103 unsafe']],
    ['a list that only others read', 'LAYERS = [nn.ConvTranspose1d]', ['TSP103 unsafe']],
    [
      'a list that is read here',
      'LAYERS = [nn.ConvTranspose1d, nn.Upsample]\nx = LAYERS[i](4, 4, 3)',
      ['TSP103 safe', 'TSP308 -'],
    ],
    ['a key, by which a type is looked up', 'COUNT = {nn.ConvTranspose1d: 1}', ['TSP301 -']],
    [
      'a comparison',
      'Up = nn.ConvTranspose1d\nx = Up is nn.ConvTranspose1d',
      ['TSP103 unsafe', 'TSP301 -', 'TSP301 -'],
    ],
    ['an annotation', 'def f(x: nn.ConvTranspose1d): pass', ['TSP301 -']],
    ['a type test', 'Up = nn.ConvTranspose1d\nif type(m) is nn.ConvTranspose1d: pass', ['TSP103 unsafe', 'TSP301 -']],
    [
      'an attribute of what it makes',
      'KINDS = {"up": nn.ConvTranspose1d, "no": nn.Upsample}\nup = KINDS[kind](4, 4, 3)\nprint(up.kernel_size[0])',
      ['TSP103 unsafe', 'TSP308 -'],
    ],
  ])('%s', (_, source, expected) => {
    expect(found(head + source)).toEqual(expected)
  })
})

describe('a subclass', () => {
  const subclass = (body: string) => `${head}class Up(nn.ConvTranspose1d):\n    ${body.replaceAll('\n', '\n    ')}\n`
  test.each([
    ['with a constructor', 'def __init__(self, c):\n    super().__init__(c, c, 4)', ['TSP103 safe']],
    ['that overrides forward', 'def forward(self, x):\n    return x', ['TSP302 -']],
    ['that overrides the initial values', 'def reset_parameters(self):\n    pass', ['TSP103 unsafe']],
    ['that reads a size', 'def size(self):\n    return self.kernel_size[0]', ['TSP103 unsafe']],
    ['whose child overrides forward', 'pass\nclass Down(Up):\n    def forward(self, x): return x', ['TSP302 -']],
    [
      'that calls forward by way of the class',
      'def run(self, x):\n    return nn.ConvTranspose1d.forward(self, x)',
      ['TSP302 -', 'TSP302 -'],
    ],
    ['of which an attribute is read', 'pass\nup = Up(4, 4, 3)\nprint(up.stride[0])', ['TSP103 unsafe']],
  ])('%s', (_, body, expected) => {
    const source = body.replace(/\n(class Down|up = |print)/g, '\n\u0000$1')
    expect(found(subclass(source).replace(/ {4}\u0000/g, ''))).toEqual(expected)
  })

  test('that stays torch’s keeps class tests and makes the calls unsafe', () => {
    const source = `${subclass('def forward(self, x):\n    return x')}y = nn.ConvTranspose1d(4, 4, 3)\nif isinstance(m, nn.ConvTranspose1d): pass\n`
    expect(found(source)).toEqual(['TSP302 -', 'TSP101 unsafe', 'TSP301 -'])
  })
})

test('a class test through a named collection changes with the calls', () => {
  const source = `${head}KINDS = (nn.Conv1d, nn.ConvTranspose1d)\nx = nn.ConvTranspose1d(4, 4, 3)\ny = isinstance(x, KINDS)\n`
  expect(found(source, {})).toEqual(['TSP301 safe', 'TSP101 safe'])
  expect(checker.fix(source, 'safe').text).toContain('KINDS = (nn.Conv1d, ms.nn.Conv1dTranspose)')
})

test('the compat module itself is not checked', () => {
  const source = `${head}class ConvTranspose1d(nn.ConvTranspose1d): pass\n`
  const at = (path: string) => checker.check(source, options, { path, read: () => null })
  expect(at('/repository/vocoder/mindspore_compat.py')).toEqual([])
  expect(at('/repository/vocoder/mindspore_compat/__init__.py')).toEqual([])
  expect(at('/repository/vocoder/compat.py')).not.toEqual([])
})

test('what is rewritten is silent, wherever the module is', () => {
  const source = 'from vocoder.mindspore_compat import ConvTranspose1d\nx = ConvTranspose1d(4, 4, 3)\n'
  expect(found(source)).toEqual([])
})
