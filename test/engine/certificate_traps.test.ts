import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'
import { type Trap, trap } from './traps/trap.ts'

const none = { code: 'TSP101', fix: 'none' } as const
const twice = { code: 'TSP207', fix: 'none' } as const
const composed = { code: 'TSP102', fix: 'unsafe' } as const
const uncertified = { code: 'TSP201', fix: 'none' } as const

const head = 'import math\nfrom torch import nn\n'

/** In a function whose parameters are the usual names. */
const call = (args: string, before = '') =>
  `${head}${before}def build(k, u, p, q, d, flag, cfg, f):\n    return nn.§ConvTranspose1d(4, 4, ${args})\n`

/** `bool(…)` has to be written, and `bool` is something else there. */
const boolTraps: readonly Trap[] = [
  trap('class attribute', none, `${head}class Net:\n    bool = str\n    up = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('comprehension', none, `${head}ups = [nn.§ConvTranspose1d(4, 4, 3, bias=FLAG) for bool in kinds]`),
  trap('loop', none, `${head}for bool in kinds:\n    up = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('loop before', none, `${head}for bool in kinds: pass\nup = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('lambda', none, `${head}make = lambda bool, flag: nn.§ConvTranspose1d(4, 4, 3, bias=flag)`),
  trap('class', none, `${head}class bool: pass\nup = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('with', none, `${head}with open(path) as bool:\n    up = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap(
    'except',
    none,
    `${head}try:\n    run()\nexcept Exception as bool:\n    up = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`,
  ),
  trap('match', none, `${head}match kind:\n    case bool:\n        up = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('type parameter', none, `${head}def build[bool](flag):\n    return nn.§ConvTranspose1d(4, 4, 3, bias=flag)`),
  trap('unpacking', none, `${head}(int, [bool, *rest]) = kinds\nup = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('under a condition', none, `${head}if OLD:\n    bool = int\nup = nn.§ConvTranspose1d(4, 4, 3, bias=FLAG)`),
  trap('walrus among the arguments', none, call('(bool := 3), bias=flag')),
  trap('global', none, call('3, bias=flag', 'def setup():\n    global bool\n    bool = str\n')),
  trap('unknown star import', none, call('3, bias=flag', 'from layers import *\nfrom torch import nn\n')),
  trap(
    "a method does not see its class's names",
    { code: 'TSP101', fix: 'safe' },
    `${head}class Net:\n    bool = str\n    def build(self, flag):\n        return nn.§ConvTranspose1d(4, 4, 3, bias=flag)`,
  ),
]

/** Where the frames have to be counted, `max(0, …)` is written. */
const counted = 'k, u, p, q, dilation=d'
const maxTraps: readonly Trap[] = [
  trap('as it is', composed, call(counted), { has: ['max(0, -((p - q) // u))'] }),
  trap('star import of torch', uncertified, call(counted, 'from torch import *\n')),
  trap('function', uncertified, call(counted, 'def max(*of):\n    return 0\n')),
  trap('parameter', uncertified, call(counted).replace('cfg', 'max')),
  trap('import', uncertified, call(counted, 'from numpy import max\n')),
  trap('walrus among the arguments', twice, call('(max := 3), u, p, q, dilation=cfg.d, groups=(u := 2)')),
]

/** What is read as an int's arithmetic is only a call where the function may be another one. */
const functionTraps: readonly Trap[] = [
  trap('math.ceil', composed, call('k, u, math.ceil(u / 2), u % 2')),
  trap('math rebound', twice, call('k, u, math.ceil(u / 2), u % 2', 'math = load()\n')),
  trap('math of another library', twice, call('k, u, math.ceil(u / 2), u % 2', 'import numpy as math\n')),
  trap('math as a parameter', twice, call('k, u, math.ceil(u / 2), u % 2').replace('cfg', 'math')),
  trap(
    'math under a condition',
    twice,
    call('k, u, math.ceil(u / 2), u % 2', 'if FAST:\n    import fastmath as math\n'),
  ),
  trap('ceil of math', composed, call('k, u, ceil(u / 2), u % 2', 'from math import ceil\n')),
  trap('ceil of torch', twice, call('k, u, ceil(u / 2), u % 2', 'from math import ceil\nfrom torch import *\n')),
  trap('ceil of the file', twice, call('k, u, ceil(u / 2), u % 2', 'def ceil(x):\n    return 0\n')),
  trap('int of the file', twice, call('k, u, int(u / 2), u % 2', 'def int(x):\n    return next(numbers)\n')),
  trap('int as a parameter', twice, call('k, u, int(u / 2), u % 2').replace('cfg', 'int')),
  trap('max of torch', twice, call('k, u, max(u, 2), 1', 'from torch import *\n')),
  trap('len of the file', twice, call('k, u, p, len(cfg)', 'len = count\n')),
  trap('a function of its own', twice, call('k, u, f(k, u), u % 2')),
  trap('a method', twice, call('k, u, p, cfg.next()')),
  trap('a keyword', twice, call('k, u, p, max(cfg, key=f)')),
  trap('starred', twice, call('k, u, p, max(*cfg)')),
]

/** The same name, but not the same value at both places. */
const reboundTraps: readonly Trap[] = [
  trap('walrus before', twice, call('(u := 3), u, p, u - 1')),
  trap('walrus behind', twice, call('k, u, p, u - 1, groups=(u := 2)')),
  trap('walrus between', twice, call('1, u, groups=(u := 2), output_padding=u - 1')),
  trap(
    'walrus between that may not run, in a loop',
    twice,
    `${head}def build(h, u, cs):\n    for c in cs:\n        yield nn.§ConvTranspose1d(h, h, 1, u, groups=(c and (u := 2)) or 1, output_padding=u - 1)`,
  ),
  trap(
    'walrus in a comprehension between',
    twice,
    call('1, u, groups=len([u := 2 for _ in cfg]), output_padding=u - 1'),
  ),
  trap(
    'walrus in a lambda between binds nothing here',
    twice,
    call('1, cfg.u, groups=f(lambda: (u := 2)), output_padding=cfg.u - 1'),
  ),
  trap('attribute, a call between', twice, call('1, cfg.u, groups=cfg.next(), output_padding=cfg.u - 1')),
  trap('item, a call between', twice, call('1, cfg[0], groups=cfg.pop(), output_padding=cfg[0] - 1')),
  trap('global, a call between', twice, call('1, U, groups=f(), output_padding=U - 1', 'U = 3\n')),
  trap(
    'nonlocal, a call between',
    twice,
    `${head}def build(u):\n    def f():\n        nonlocal u\n        u = 2\n        return 1\n    return nn.§ConvTranspose1d(4, 4, 1, u, groups=f(), output_padding=u - 1)`,
  ),
  trap(
    'a name of the function, a call between',
    { code: 'TSP102', fix: 'safe' },
    call('1, u, groups=f(), output_padding=u - 1'),
  ),
  trap('attribute copied beside a call', twice, call('k, u, cfg.p, 1, groups=f()')),
  trap('global copied beside a call', twice, call('k, u, P, 1, groups=f()', 'P = 3\n')),
  trap('name copied beside a call', composed, call('k, u, p, u - 1, groups=f()')),
  trap(
    'await between',
    twice,
    `${head}async def build(net):\n    return nn.§ConvTranspose1d(4, 4, 1, net.u, groups=await net.next(), output_padding=net.u - 1)`,
  ),
  trap(
    'yield between',
    twice,
    `${head}def build(net):\n    up = nn.§ConvTranspose1d(4, 4, 1, net.u, groups=(yield), output_padding=net.u - 1)\n    yield up`,
  ),
]

/** A size that torch's own layers hold as a tuple: torch takes it, MindSpore does not. */
const attribute = (body: string, before = '') =>
  trap(body, { code: 'TSP101', fix: 'unsafe' }, `import torch.nn as nn\n${before}${body}`)
const tupleTraps: readonly Trap[] = [
  attribute('up = nn.§ConvTranspose1d(4, 4, conv.kernel_size)', 'conv = nn.Conv1d(4, 4, 3)\n'),
  attribute('up = nn.§ConvTranspose1d(4, 4, 3, conv.stride)', 'conv = nn.Conv1d(4, 4, 3)\n'),
  attribute('up = nn.§ConvTranspose1d(4, 4, 3, dilation=conv.dilation)', 'conv: nn.Module = nn.Conv1d(4, 4, 3)\n'),
  attribute(
    'class Net(nn.Conv1d):\n    def build(self):\n        return nn.§ConvTranspose1d(4, 4, 3, padding=self.padding)',
  ),
  attribute(
    'def build(layer):\n    if isinstance(layer, nn.Conv1d):\n        return nn.§ConvTranspose1d(4, 4, 3, padding=layer.padding)',
  ),
]

/** Names and keys that are not what they seem. */
const seeming: readonly Trap[] = [
  // `bool` is a local of the function then, and reading it before raises UnboundLocalError.
  trap(
    'bool bound later in the function',
    none,
    `${call('3, bias=flag').replace('return', 'up =')}    bool = str\n    return up`,
  ),
  trap('items whose keys differ beside an escape', composed, call('1, cfg["a\\t"], output_padding=cfg["b\\t"] - 1')),
  trap(
    'kernel_size is a tuple by name',
    { code: 'TSP205', fix: 'none' },
    `${head}K = (3,)\nup = nn.§ConvTranspose1d(4, 4, K)`,
  ),
  trap(
    'padding of another layer by name',
    { code: 'TSP101', fix: 'unsafe' },
    `${head}conv = nn.Conv1d(4, 4, 3)\np = conv.padding\nup = nn.§ConvTranspose1d(4, 4, 3, padding=p)`,
  ),
]

const groups = {
  bool: boolTraps,
  max: maxTraps,
  functions: functionTraps,
  rebound: reboundTraps,
  tuples: tupleTraps,
  seeming,
}

describe.each(Object.entries(groups))('%s', (_, list) => {
  test.each(list.map(each => [each.name, each] as const))('%s', (_, each) => expectSaid(each))
})

function expectSaid({ source, at, expect: expected, has }: Trap) {
  const [finding] = checker.check(source).filter(({ code }) => /^TSP[12]/.test(code))
  const said = finding && { code: finding.code, fix: finding.fix?.applicability ?? 'none' }
  expect(said).toEqual(expected)
  expect(finding?.span.start).toBe(at)
  const { text } = checker.fix(source, 'unsafe')
  for (const part of has) expect(text).toContain(part)
}
