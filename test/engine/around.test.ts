import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

/** `code applicability` of each finding, in the order of the text. */
function found(source: string): readonly string[] {
  return checker.check(source).map(({ code, fix }) => `${code} ${fix?.applicability ?? '-'}`)
}

const head = 'import torch.nn as nn\nfrom torch.nn.utils import weight_norm\n'
const inClass = (body: string) => `${head}class Up(nn.Module):\n    def __init__(self, c, k, s):\n${indent(body, 8)}`
const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))

describe('attributes of another form change with the layer', () => {
  test.each([
    ['kernel_size[0]', 'kernel_size[1]'],
    ['stride[0]', 'stride[1]'],
    ['dilation[0]', 'dilation[1]'],
    ['padding[0]', 'padding[2]'],
    ['groups', 'group'],
  ])('%s becomes %s', (before, after) => {
    const source = inClass(`self.up = nn.ConvTranspose1d(c, c, k, s)\nprint(self.up.${before})\n`)
    expect(found(source)).toEqual(['TSP101 safe', 'TSP305 safe'])
    const { text, remaining } = checker.fix(source, 'safe')
    expect(text).toContain(`print(self.up.${after})`)
    expect(remaining).toEqual([])
  })

  test('through weight_norm, and in another method', () => {
    const source = `${inClass('self.up = weight_norm(nn.ConvTranspose1d(c, c, k, s))\n')}    def size(self):\n        return self.up.stride[0]\n`
    expect(found(source)).toEqual(['TSP303 -', 'TSP101 safe', 'TSP305 safe'])
  })

  test('an index from the end is the same in both', () => {
    expect(found(inClass('self.up = nn.ConvTranspose1d(c, c, k, s)\nprint(self.up.stride[-1])\n'))).toEqual([
      'TSP101 safe',
    ])
  })
})

describe('what would change in silence makes the fix unsafe', () => {
  test.each([
    ['an attribute as a whole', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nsize, = self.up.stride\n'],
    ['the shape of the weight', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.weight.shape[2]\n'],
    ['its data’s shape', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.weight.data.shape[2]\n'],
    ['a sum over a dimension', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.weight.sum(1)\n'],
    ['a mean of an abs', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.weight.abs().mean(axis=(0, 2))\n'],
    ['the weight turned', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.weight.transpose(0, 1)\n'],
    ['the number of dimensions', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.weight.dim()\n'],
    ['the weight in a name', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nw = self.up.weight\nn = w.shape[2]\n'],
    ['the weight handed on', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = own(self.up.weight)\n'],
    ['the weight in a loop', 'self.up = nn.ConvTranspose1d(c, c, k, s)\nn = [p.shape for p in (self.up.weight,)]\n'],
    ['getattr', "self.up = nn.ConvTranspose1d(c, c, k, s)\nn = getattr(self.up, 'weight').data.shape\n"],
    ['its state', "self.up = nn.ConvTranspose1d(c, c, k, s)\nn = self.up.state_dict()['weight'].shape\n"],
    [
      'a layer among others',
      'self.up = nn.ConvTranspose1d(c, c, k) if s else nn.Conv1d(c, c, k)\nn = self.up.stride[0]\n',
    ],
    ['an item of a list', 'self.ups = nn.ModuleList([nn.ConvTranspose1d(c, c, k)])\nn = self.ups[0].stride[0]\n'],
    [
      'a loop over a list',
      'ups = []\nups.append(nn.ConvTranspose1d(c, c, k))\nfor i, up in enumerate(ups):\n    print(up.stride[0])\n',
    ],
    ['the layer of another object', 'self.up = nn.ConvTranspose1d(c, c, k)\nprint(c.block.up.stride[0])\n'],
  ])('%s', (_, body) => {
    expect(found(inClass(body))).toEqual(['TSP101 unsafe', 'TSP305 -'])
  })

  const up = 'up = nn.ConvTranspose1d(8, 8, 4)\n'
  const own = (body: string) => `class N:\n    def __init__(self, given=None):\n${indent(body, 8)}`
  test.each([
    ['a copy of the layer', `import copy\n${up}n = copy.deepcopy(up).stride[0]\n`],
    ['what a function is given', `def f(a, layer):\n    return layer.stride[0]\n${up}f(1, up)\n`],
    ['what it is given by name', `def f(a, layer):\n    return layer.stride[0]\n${up}f(layer=up, a=1)\n`],
    ['what a method is given', `class N:\n    def f(self, layer):\n        return layer.stride[0]\n${up}N().f(up)\n`],
    [
      'what a method is given, beside a function of its name',
      `class N:\n    def f(self, layer):\n        return layer.stride[0]\ndef f():\n    pass\nf()\n${up}N().f(up)\n`,
    ],
    [
      'what a static method is given',
      `class N:\n    @staticmethod\n    def f(layer):\n        return layer.stride[0]\n${up}N.f(up)\n`,
    ],
    [
      'what a class is given',
      `${own('self.net = given\n')}    def f(self):\n        return self.net.stride[0]\n${up}N(up)\n`,
    ],
    ['what a function returns', 'def f():\n    return nn.ConvTranspose1d(8, 8, 4)\nn = f().stride[0]\n'],
    ['what a lambda returns', 'f = lambda: nn.ConvTranspose1d(8, 8, 4)\nup = f()\nn = up.stride[0]\n'],
    ['a name that becomes an attribute', `${own(`${up}self.up = up\nprint(self.up.stride[0])\n`)}`],
    ['another attribute', `${own(`self.${up}self.net = self.up\nprint(self.net.stride[0])\n`)}`],
    ['setattr', `${own("setattr(self, 'up', nn.ConvTranspose1d(8, 8, 4))\nprint(self.up.stride[0])\n")}`],
    ['add_module', `${own("self.add_module('up', nn.ConvTranspose1d(8, 8, 4))\nprint(self.up.stride[0])\n")}`],
    [
      'setattr with a name that is computed',
      `${own("setattr(self, f'up{given}', nn.ConvTranspose1d(8, 8, 4))\nprint(self.up1.stride[0])\n")}`,
    ],
    ['getattr of another object', `${own(`self.${up}`)}def f(net):\n    return getattr(net, 'up').stride[0]\n`],
    ['two names at once', 'up, down = nn.ConvTranspose1d(8, 8, 4), nn.Conv1d(8, 8, 4)\nn = up.stride[0]\n'],
    ['a walrus', 'if (up := nn.ConvTranspose1d(8, 8, 4)):\n    print(up.stride[0])\n'],
    ['the body of a class', `class N:\n    ${up}n = N.up.stride[0]\n`],
    [
      'a list that gets a name',
      `ups = []\n${up}ups.append(up)\nfor each in nn.ModuleList(ups):\n    print(each.stride[0])\n`,
    ],
    [
      'a list that grows',
      'ups = nn.ModuleList()\nups += [nn.ConvTranspose1d(8, 8, 4)]\nup = ups[-1]\nn = up.stride[0]\n',
    ],
    [
      'a dictionary',
      'ups = {}\nups[1] = nn.ConvTranspose1d(8, 8, 4)\nfor k, up in ups.items():\n    print(up.stride[0])\n',
    ],
    ['all modules', `${up}net = nn.Sequential(up)\nfor m in net.modules():\n    print(m.stride[0])\n`],
    ['a function that is applied', `def f(m):\n    print(m.stride[0])\n${up}up.apply(f)\n`],
    ['a lambda that is applied', `${up}up.apply(lambda m: print(m.stride[0]))\n`],
    ['a question whether it has an attribute that it lacks', `${up}n = hasattr(up, 'output_padding')\n`],
    ['a default for such an attribute', `${up}n = getattr(up, 'output_padding', 0)\n`],
    [
      'an except for such an attribute',
      `${up}try:\n    n = up.output_padding\nexcept (AttributeError, KeyError):\n    n = 0\n`,
    ],
  ])('%s', (_, body) => {
    expect([...found(`${head}${body}`)].sort()).toEqual(['TSP101 unsafe', 'TSP305 -'])
  })

  test('a default', () => {
    expect(found(`${head}def f(up=nn.ConvTranspose1d(8, 8, 4)):\n    return up.stride[0]\n`)).toEqual([
      'TSP101 unsafe',
      'TSP305 -',
    ])
  })
})

describe('the weight’s shape does not matter to', () => {
  test.each([
    ['torch’s functions', 'nn.init.normal_(self.up.weight)\n'],
    ['another library’s function of such a name', 'init.kaiming_normal_(self.up.weight)\n'],
    ['its own random values', 'self.up.weight.data.normal_(0, 0.02)\n'],
    ['its gradient’s switch', 'self.up.weight.requires_grad = False\n'],
    ['its type', 'x = x.to(self.up.weight.dtype)\n'],
    ['a mean over all of it', 'print(self.up.weight.detach().abs().mean())\n'],
    ['an assignment in place', 'self.up.weight.data /= s\n'],
    ['sizes at the same place', 'print(self.up.weight.shape[0], 1)\n'],
    ['sizes at the end', 'print(self.up.weight.size(-1), 1)\n'],
    ['its length', 'print(len(self.up.weight))\n'],
    ['a question for None', 'if self.up.weight is not None:\n    pass\n'],
  ])('%s', (_, use) => {
    const source = inClass(`self.up = nn.ConvTranspose1d(c, c, k, s)\n${use}`)
    expect(found(source)).toEqual(['TSP101 safe', 'TSP305 -'])
  })
})

describe('types that are said are no class tests', () => {
  test.each([
    ['Union', 'from typing import Union\nLayer = Union[nn.Conv1d, nn.ConvTranspose1d]\n'],
    ['Optional', 'import typing\nLayer = typing.Optional[nn.ConvTranspose1d]\n'],
    ['list', 'Layers = list[nn.ConvTranspose1d]\n'],
    ['type', 'def f(cls: type[nn.ConvTranspose1d]):\n    pass\n'],
  ])('%s', (_, lines) => {
    const source = `${head}${lines}up = nn.ConvTranspose1d(8, 8, 4)\n`
    expect(found(source)).toEqual(['TSP301 -', 'TSP101 safe'])
  })

  test('a table that is asked by the class is one', () => {
    const source = `${head}names = {nn.Conv1d: 1}\nn = names[nn.ConvTranspose1d]\nup = nn.ConvTranspose1d(8, 8, 4)\n`
    expect(found(source)).toEqual(['TSP301 -', 'TSP101 unsafe'])
  })
})

describe('nothing is said of other layers', () => {
  test.each([
    [
      'a convolution beside it',
      'self.up = nn.ConvTranspose1d(c, c, k)\nself.conv = nn.Conv1d(c, c, k)\nprint(self.conv.stride[0])\n',
    ],
    [
      'the same name in another class',
      'self.up = nn.ConvTranspose1d(c, c, k)\nclass Other:\n    def __init__(self):\n        self.up = nn.Conv1d(1, 1, 1)\n        print(self.up.stride[0])\n',
    ],
    [
      'what another call of a function is given',
      'def f(layer):\n    return layer\nself.up = f(nn.ConvTranspose1d(c, c, k))\nconv = f(nn.Conv1d(c, c, k))\nprint(conv.stride[0])\n',
    ],
    [
      'all modules of another class',
      'self.up = nn.ConvTranspose1d(c, c, k)\nfor m in self.modules():\n    if isinstance(m, nn.Conv1d):\n        print(m.stride[0])\n',
    ],
    [
      'all modules of a class of its own',
      'class Own(nn.Module):\n    pass\nself.up = nn.ConvTranspose1d(c, c, k)\nfor m in self.modules():\n    if isinstance(m, Own):\n        print(m.stride[0])\n',
    ],
    [
      'a question for an attribute that both have',
      "self.up = nn.ConvTranspose1d(c, c, k)\nprint(hasattr(self.up, 'stride'))\n",
    ],
    ['a size of its own', 'self.up = nn.ConvTranspose1d(c, c, k)\nself.stride = s\nprint(self.stride)\n'],
  ])('%s', (_, body) => {
    expect(found(inClass(body))).toEqual(['TSP101 safe'])
  })
})

describe('class tests change with all layers of the file', () => {
  const tested = (test: string) => `${head}def f(m, c, k):\n    up = nn.ConvTranspose1d(c, c, k)\n    return ${test}\n`

  test.each([
    ['isinstance(m, nn.ConvTranspose1d)', 'isinstance(m, ms.nn.Conv1dTranspose)'],
    ['isinstance(m, (nn.Conv1d, nn.ConvTranspose1d))', 'isinstance(m, (nn.Conv1d, ms.nn.Conv1dTranspose))'],
    ['issubclass(m, nn.Conv1d | nn.ConvTranspose1d)', 'issubclass(m, nn.Conv1d | ms.nn.Conv1dTranspose)'],
  ])('%s', (before, after) => {
    expect(found(tested(before))).toEqual(['TSP101 safe', 'TSP301 safe'])
    expect(checker.fix(tested(before), 'safe').text).toContain(after)
  })

  test('by type, it gets no fix, and the calls are unsafe', () => {
    expect(found(tested('type(m) is nn.ConvTranspose1d'))).toEqual(['TSP101 unsafe', 'TSP301 -'])
  })

  test.each([
    'nn.ConvTranspose1d',
    'nn.Conv1d | nn.ConvTranspose1d',
    '[nn.ConvTranspose1d, _]',
    '{"kind": nn.ConvTranspose1d}',
  ])('as a value that is matched, %s', pattern => {
    const source = `${head}up = nn.ConvTranspose1d(8, 8, 4)\nmatch kind:\n    case ${pattern}:\n        pass\n`
    expect(found(source)).toEqual(['TSP101 unsafe', 'TSP301 -'])
  })

  test.each([
    ["type(m).__name__ == 'ConvTranspose1d'", 'unsafe'],
    ["m.__class__.__name__.find('Conv1d') != -1", 'unsafe'],
    ["'Transpose1d' in m.__class__.__name__", 'unsafe'],
    ["m._get_name() in ('Linear', 'ConvTranspose1d')", 'unsafe'],
    ["f'{type(m).__module__}.{type(m).__name__}' == 'torch.nn.modules.conv.ConvTranspose1d'", 'unsafe'],
    ["{'ConvTranspose1d': 1}.get(type(m).__name__)", 'unsafe'],
    ["type(m).__name__.startswith('Conv')", 'safe'],
    ["m.__class__.__name__ == 'Linear'", 'safe'],
    ["print(m.__class__.__name__, 'Conv1d')", 'safe'],
    ["m == 'Conv1d'", 'safe'],
  ])('by the name of the class: %s', (test, applicability) => {
    expect(found(tested(test))).toEqual([`TSP101 ${applicability}`])
  })

  test.each([
    ['type(up)(4, 2, 3)', ['TSP101 unsafe', 'TSP308 -']],
    ['up.__class__(4, 2, 3)', ['TSP101 unsafe', 'TSP308 -']],
    ['kind = type(up)', ['TSP101 unsafe', 'TSP301 -']],
    ['make(kind=type(up))', ['TSP101 unsafe', 'TSP301 -']],
    ['type(m)(4, 2, 3)', ['TSP101 unsafe']],
    ['print(type(up))', ['TSP101 safe']],
    ['type(self)(4, 2, 3)', ['TSP101 safe']],
    ['copy = self.__class__', ['TSP101 safe']],
    ["type('Up', (), {})", ['TSP101 safe']],
  ])('more layers by way of the class of one: %s', (statement, expected) => {
    expect(found(`${head}up = nn.ConvTranspose1d(4, 2, 3, padding=1)\n${statement}\n`)).toEqual(expected)
  })

  test('where one call cannot be rewritten, the others are unsafe', () => {
    const source = `${tested('isinstance(m, nn.ConvTranspose1d)')}def g(*args):\n    return nn.ConvTranspose1d(*args)\n`
    expect(found(source)).toEqual(['TSP101 unsafe', 'TSP301 -', 'TSP206 -'])
  })

  test('alone in a file, it is reported', () => {
    expect(found(`${head}def f(m):\n    return isinstance(m, nn.ConvTranspose1d)\n`)).toEqual(['TSP301 -'])
  })
})

describe('what a class test says is the layer', () => {
  test.each([
    ['where it is true', 'if isinstance(m, nn.ConvTranspose1d):\n    print(m.weight[0])\n', true],
    ['behind it', 'if isinstance(m, nn.ConvTranspose1d):\n    pass\nprint(m.weight[0])\n', true],
    ['where it is false', 'if isinstance(m, nn.ConvTranspose1d):\n    pass\nelse:\n    print(m.weight[0])\n', false],
    [
      'where another test is true instead',
      'if (isinstance(m, nn.ConvTranspose1d)):\n    pass\nelif isinstance(m, nn.Embedding):\n    print(m.weight[0])\n',
      false,
    ],
    [
      'before it',
      'if c:\n    print(m.weight[0])\nelif isinstance(m, nn.ConvTranspose1d):\n    pass\nelse:\n    pass\n',
      true,
    ],
    [
      'where more was asked',
      'if isinstance(m, nn.ConvTranspose1d) and c:\n    pass\nelse:\n    print(m.weight[0])\n',
      true,
    ],
    [
      'where it is another class',
      'if isinstance(m, (nn.Conv1d, nn.Linear)):\n    print(m.weight[0])\nelif isinstance(m, nn.ConvTranspose1d):\n    pass\n',
      false,
    ],
    [
      'where it is of a class above',
      'if isinstance(m, nn.Module):\n    print(m.weight[0])\nelif isinstance(m, nn.ConvTranspose1d):\n    pass\n',
      true,
    ],
    [
      'where something else is another class',
      'if isinstance(c, nn.Conv1d):\n    print(m.weight[0])\nelif isinstance(m, nn.ConvTranspose1d):\n    pass\n',
      true,
    ],
    [
      'where it is denied',
      'if not isinstance(m, nn.ConvTranspose1d):\n    pass\nelse:\n    print(m.weight[0])\n',
      true,
    ],
  ])('%s', (_, body, isLayer) => {
    const codes = checker.check(`${head}def f(m, c):\n${indent(body, 4)}`).map(({ code }) => code)
    expect(codes.includes('TSP305')).toBe(isLayer)
  })
})

describe('uses that MindSpore has no counterpart for are reported', () => {
  test.each([
    ['a wrapper', 'self.up = weight_norm(nn.ConvTranspose1d(c, c, k))\n', ['TSP303 -', 'TSP101 safe']],
    [
      'output_size',
      'self.up = nn.ConvTranspose1d(c, c, k)\nself.up(c, output_size=[8])\n',
      ['TSP101 safe', 'TSP304 -'],
    ],
    ["torch's methods", 'self.up = nn.ConvTranspose1d(c, c, k).to(s)\n', ['TSP101 safe', 'TSP309 -']],
    ['the function', 'nn.functional.conv_transpose1d(c, k)\n', ['TSP306 -']],
    ['the lazy class', 'self.up = nn.LazyConvTranspose1d(8, 4)\n', ['TSP307 -']],
  ])('%s', (_, body, expected) => {
    expect(found(inClass(body))).toEqual(expected)
  })

  test('a subclass, and its constructor', () => {
    const source = `${head}class Up(nn.ConvTranspose1d):\n    def __init__(self, c):\n        super().__init__(c, c, 4)\n\n    def forward(self, x):\n        return x\n`
    const findings = checker.check(source)
    expect(findings.map(({ code }) => code)).toEqual(['TSP302', 'TSP302'])
    expect(findings[0]?.notes.map(({ subject }) => subject)).toEqual(['__init__', 'forward'])
  })
})

test('a class test by the target of a loop over what is not known makes the fix unsafe', () => {
  const tested = 'for k in vars(KINDS).values():\n    isinstance(up, k)\n'
  const source = `${head}up = nn.ConvTranspose1d(8, 8, 4)\nKINDS.up = nn.ConvTranspose1d\n${tested}`
  expect(found(source)).toEqual(['TSP101 unsafe', 'TSP301 -'])
})
