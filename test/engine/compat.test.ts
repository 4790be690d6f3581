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
    [
      'one inside the other',
      'x = nn.ConvTranspose1d(*a, **f(nn.ConvTranspose1d(*nn.ConvTranspose1d(4, 4, 3))))',
      ['TSP103 safe', 'TSP103 safe', 'TSP101 safe'],
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
    ['that assigns forward', 'forward = fast', ['TSP302 -']],
    ['that defines forward under a condition', 'if fast:\n    def forward(self, x): return x', ['TSP302 -']],
    ['that sets forward itself', 'def fast(self):\n    self.forward = self.other', ['TSP302 -']],
    ['that has what only MindSpore calls', 'def construct(self, x):\n    return x', ['TSP302 -']],
    ['that reads a size of itself by another name', 'def size(me):\n    return me.stride[0]', ['TSP103 unsafe']],
    ['that reads a size by getattr', 'def size(self):\n    return getattr(self, "stride")[0]', ['TSP103 unsafe']],
    [
      'that overrides what both frameworks call',
      'def __call__(self, x):\n    return 2 * super().__call__(x)',
      ['TSP103 safe'],
    ],
  ])('%s', (_, body, expected) => {
    const source = body.replace(/\n(class Down|up = |print)/g, '\n@@$1')
    expect(found(subclass(source).replace(/ {4}@@/g, ''))).toEqual(expected)
  })

  test.each(['Mixin, nn.ConvTranspose1d', 'nn.ConvTranspose1d, Mixin', 'nn.ConvTranspose1d, metaclass=Kind'])(
    'of (%s), of which another may override anything',
    bases => {
      expect(found(`${head}class Up(${bases}): pass\n`)).toEqual(['TSP302 -'])
    },
  )

  test('that stays torch’s keeps class tests and makes the calls unsafe', () => {
    const source = `${subclass('def forward(self, x):\n    return x')}y = nn.ConvTranspose1d(4, 4, 3)\nif isinstance(m, nn.ConvTranspose1d): pass\n`
    expect(found(source)).toEqual(['TSP302 -', 'TSP101 unsafe', 'TSP301 -'])
  })
})

describe('a class test that cannot be rewritten makes the calls and the class unsafe', () => {
  const call = 'x = nn.ConvTranspose1d(4, 4, 3)\n'
  test.each([
    ['by __class__', 'print(x.__class__ is nn.ConvTranspose1d)', ['TSP301 -']],
    ['by a name for the type', 'kind = type(x)\nprint(kind is nn.ConvTranspose1d)', ['TSP301 -', 'TSP301 -']],
    ['by a table', 'SIZES = {}\nSIZES[nn.ConvTranspose1d] = 1\nprint(SIZES.get(type(x)))', ['TSP301 -']],
    ['by dispatch', '@convert.register(nn.ConvTranspose1d)\ndef _(m): pass', ['TSP301 -']],
    ['by a loop', 'for k in (nn.ConvTranspose1d, nn.Conv1d):\n    isinstance(x, k)', ['TSP103 unsafe', 'TSP308 -']],
    [
      'by a comprehension',
      'any(isinstance(x, k) for k in [nn.ConvTranspose1d, nn.Conv1d])',
      ['TSP308 -', 'TSP103 unsafe'],
    ],
    ['by a default', 'def f(m, k=(nn.ConvTranspose1d,)):\n    return isinstance(m, k)', ['TSP103 unsafe']],
    ['by a default, of types', 'def f(m, k=(nn.ConvTranspose1d,)):\n    return type(m) in k', ['TSP103 unsafe']],
    ['by a parameter', 'def f(m, k): return isinstance(m, k)\nf(x, nn.ConvTranspose1d)', ['TSP103 unsafe']],
    ['by a tuple in a tuple', 'K = (nn.ConvTranspose1d,)\nisinstance(x, (str, K))', ['TSP103 unsafe']],
    ['by the values of a table', 'K = {1: nn.ConvTranspose1d}\nisinstance(x, tuple(K.values()))', ['TSP103 unsafe']],
    ['by a function elsewhere', 'print(find_all(model, nn.ConvTranspose1d))', ['TSP103 unsafe']],
    ['by an attribute of the class', 'nn.ConvTranspose1d.forward = fast', ['TSP103 unsafe']],
    [
      'by another name with it',
      'LIST = [nn.ConvTranspose1d]\nLIST.index(nn.ConvTranspose1d)',
      ['TSP103 unsafe', 'TSP103 unsafe'],
    ],
  ])('%s', (_, source, others) => {
    expect(found(`${head}${call}${source}\n`)).toEqual(['TSP101 unsafe', ...others])
  })

  test.each([
    ['of something else', 'def f(m, k): return isinstance(m, k) or type(m) is k'],
    ['of a builtin', 'isinstance(x, (str, nn.Conv1d)), type(x) is int'],
    ['of a class of the file', 'class A: pass\nisinstance(x, A)'],
    ['of a name that is printed', 'print(type(x), type(x).__name__)'],
  ])('but not one %s', (_, source) => {
    expect(found(`${head}${call}${source}\n`)).toEqual(['TSP101 safe'])
  })

  test('through another module’s collection', () => {
    const files = new Map([['/repository/kinds.py', `${head}KINDS = (nn.ConvTranspose1d, nn.Conv1d)\n`]])
    const loader = { path: '/repository/model.py', read: (path: string) => files.get(path) ?? null }
    const source = `${head}from kinds import KINDS\n${call}y = isinstance(x, KINDS)\n`
    const fixes = checker.check(source, options, loader).map(({ code, fix }) => `${code} ${fix?.applicability ?? '-'}`)
    expect(fixes).toEqual(['TSP101 unsafe'])
  })
})

describe('what a class test says is the layer', () => {
  const asked = 'for m in model.modules():\n    if isinstance(m, nn.ConvTranspose1d): '
  test.each([
    ['a size of it is read', 'print(m.kernel_size[0])', ['TSP101 unsafe', 'TSP301 unsafe', 'TSP305 -']],
    ['its weight’s shape is read', 'print(m.weight.shape)', ['TSP101 unsafe', 'TSP301 unsafe', 'TSP305 -']],
    ['its weight is handed on', 'nn.init.normal_(m.weight)', ['TSP101 safe', 'TSP301 safe']],
    ['something else is read', 'print(n.stride)', ['TSP101 safe', 'TSP301 safe']],
  ])('%s', (_, body, expected) => {
    expect(found(`${head}x = nn.Sequential(nn.ConvTranspose1d(4, 4, 3))\n${asked}${body}\n`)).toEqual(expected)
  })

  test('and is read where only the class itself changes', () => {
    expect(found(`${head}Up = nn.ConvTranspose1d\n${asked}print(m.stride[0])\n`)).toEqual([
      'TSP103 unsafe',
      'TSP301 unsafe',
      'TSP305 -',
    ])
  })
})

describe('what is read or set by other ways than reading an attribute', () => {
  const layer = `${head}x = nn.ConvTranspose1d(4, 4, 3)\n`
  test.each([
    ['getattr', 'print(getattr(x, "stride")[0])', 'print(getattr(x, "stride")[1])'],
    ['getattr of another name', 'print(getattr(x, "groups", 1))', 'print(getattr(x, "group", 1))'],
    ['forward', 'print(x.forward(y))', 'print(x.construct(y))'],
    ['forward, set', 'x.forward = fast', 'x.construct = fast'],
  ])('%s changes with the call', (_, before, after) => {
    expect(checker.fix(`${layer}${before}\n`, 'safe').text).toContain(after)
  })

  test.each([
    ['a size', 'x.padding = (1,)', ['TSP101 unsafe', 'TSP305 -']],
    [
      'forward of what may be the layer',
      'm.x = nn.ConvTranspose1d(4, 4, 3)\nn.x.forward = fast',
      ['TSP101 safe', 'TSP101 unsafe', 'TSP305 -'],
    ],
    ['a size by setattr', 'setattr(x, "padding", (1,))', ['TSP101 unsafe', 'TSP305 -']],
  ])('%s that is set is not', (_, source, expected) => {
    expect(found(`${layer}${source}\n`)).toEqual(expected)
  })
})

describe('a fix of several places is withheld where one of them is not to be reported', () => {
  const source = (comment: string) =>
    `${head}x = nn.ConvTranspose1d(4, 4, 3)\nUp = nn.ConvTranspose1d\ny = isinstance(x, nn.ConvTranspose1d)${comment}\n`
  test('by a comment', () => {
    expect(found(source(''))).toEqual(['TSP101 safe', 'TSP103 safe', 'TSP301 safe'])
    const findings = checker.check(source('  # torchspore: ignore'), options)
    expect(findings.map(({ code, fix }) => [code, fix])).toEqual([
      ['TSP101', null],
      ['TSP103', null],
    ])
    expect(findings[0]?.notes[0]?.message).toEqual({ id: 'fix.withheld', code: 'TSP301', line: 4 })
  })

  test('by the settings', () => {
    expect(found(source(''), { ...options, ignore: ['TSP103'] })).toEqual(['TSP101 -', 'TSP301 -'])
    expect(found(source(''), { ...options, select: ['TSP101'] })).toEqual(['TSP101 -'])
  })

  test('not where each is fixed by itself', () => {
    const alone = `${head}x = nn.ConvTranspose1d(4, 4, 3)\ny = nn.ConvTranspose1d(*args)  # noqa\n`
    expect(found(alone)).toEqual(['TSP101 safe'])
    expect(checker.fix(alone, 'unsafe', options).text).toContain('y = nn.ConvTranspose1d(*args)')
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
