import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

/** `exact`: a finding of the call itself; `possible`: TSP308; `silent`: certainly something else. */
type Expect = 'exact' | 'possible' | 'silent'
type Case = readonly [name: string, expect: Expect, source: string]

const head = 'import torch\nimport torch.nn as nn\n'

/** What is said at the mark `§`, which stands before the last name of what is called. */
function said(marked: string): Expect {
  const source = head + marked
  const at = source.indexOf('§')
  const found = checker.check(source.replace('§', '')).filter(({ span }) => span.start === at)
  const codes = found.map(({ code }) => code).filter(code => code !== 'TSP301')
  if (codes.length === 0) return 'silent'
  return codes.every(code => code === 'TSP308') ? 'possible' : 'exact'
}

function cases(name: string, list: readonly Case[]) {
  describe(name, () => {
    test.each(list)('%s (%s)', (_, expected, source) => expect(said(source)).toBe(expected))
  })
}

cases('aliases', [
  ['over three steps', 'exact', 'A = nn.ConvTranspose1d\nB = A\nC = B\n§C(4, 4, 3)'],
  ['over steps through functions', 'exact', 'A = nn.ConvTranspose1d\ndef f():\n    B = A\n    return §B(4, 4, 3)'],
  ['over three steps, another class', 'silent', 'A = nn.Conv1d\nB = A\nC = B\n§C(4, 4, 3)'],
  ['in the wrong order', 'silent', 'B = None\nA = nn.ConvTranspose1d\n§B(4, 4, 3)\nB = A'],
  ['of a module, then its class', 'exact', 'layers = torch.nn\nUp = layers.ConvTranspose1d\n§Up(4, 4, 3)'],
  ['chained assignment', 'exact', 'A = B = nn.ConvTranspose1d\n§B(4, 4, 3)'],
  ['walrus', 'exact', 'if (Up := nn.ConvTranspose1d):\n    §Up(4, 4, 3)'],
  ['annotated', 'exact', 'Up: type[nn.Module] = nn.ConvTranspose1d\n§Up(4, 4, 3)'],
  ['annotated, another class', 'silent', 'Up: type[nn.Module] = nn.Conv1d\n§Up(4, 4, 3)'],
  ['annotated by the class itself', 'silent', 'def f(Up: nn.ConvTranspose1d):\n    return §Up(4)'],
  [
    'global in a function',
    'possible',
    'Up = None\ndef f():\n    global Up\n    Up = nn.ConvTranspose1d\nf()\n§Up(4, 4, 3)',
  ],
  [
    'nonlocal',
    'exact',
    'def f():\n    Up = nn.ConvTranspose1d\n    def g():\n        return §Up(4, 4, 3)\n    return g',
  ],
])

cases('class bodies', [
  ['used in the body', 'exact', 'class N:\n    Up = nn.ConvTranspose1d\n    up = §Up(4, 4, 3)'],
  [
    'through self',
    'possible',
    'class N:\n    Up = nn.ConvTranspose1d\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
  [
    'through the class itself, in its method',
    'exact',
    'class N:\n    Up = nn.ConvTranspose1d\n    def f(self):\n        return N.§Up(4, 4, 3)',
  ],
  [
    'through the class itself, in a function of its method',
    'exact',
    'def make():\n    class N:\n        Up = nn.ConvTranspose1d\n        def f(self):\n            return [N.§Up(4, 4, n) for n in (3, 4)]',
  ],
  [
    'through the class, to which it is given outside',
    'possible',
    'class N:\n    def f(self):\n        return N.§Up(4, 4, 3)\nN.Up = nn.ConvTranspose1d',
  ],
  [
    'through self, where the class is given it outside',
    'possible',
    'class N:\n    def f(self):\n        return self.§Up(4, 4, 3)\nN.Up = nn.ConvTranspose1d',
  ],
  [
    'through the class, to which another one is given outside',
    'silent',
    'class N:\n    def f(self):\n        return N.§Up(4, 4, 3)\nN.Up = nn.Conv1d',
  ],
  [
    'through a function itself',
    'possible',
    'def f(again=True):\n    if again:\n        return §f(False)(4, 4, 3)\n    return nn.ConvTranspose1d',
  ],
  [
    'through self, another class',
    'silent',
    'class N:\n    Up = nn.Conv1d\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
  [
    'through cls',
    'possible',
    'class N:\n    Up = nn.ConvTranspose1d\n    @classmethod\n    def f(cls):\n        return cls.§Up(4, 4, 3)',
  ],
  ['through the class', 'exact', 'class N:\n    Up = nn.ConvTranspose1d\nN.§Up(4, 4, 3)'],
  [
    'self.Up = …',
    'possible',
    'class N:\n    def __init__(self):\n        self.Up = nn.ConvTranspose1d\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
  [
    'a name of a class of the same name',
    'silent',
    'class ConvTranspose1d(nn.Module):\n    pass\n§ConvTranspose1d(4, 4, 3)',
  ],
  [
    'an attribute of a local class',
    'silent',
    'class layers:\n    class ConvTranspose1d:\n        pass\nlayers.§ConvTranspose1d(4, 4, 3)',
  ],
])

cases('branches', [
  ['conditional expression, both', 'exact', 'Up = nn.ConvTranspose1d if a else torch.nn.ConvTranspose1d\n§Up(4, 4, 3)'],
  ['conditional expression', 'possible', 'Up = nn.ConvTranspose1d if a else nn.Conv1d\n§Up(4, 4, 3)'],
  ['conditional expression, neither', 'silent', 'Up = nn.Conv2d if a else nn.Conv1d\n§Up(4, 4, 3)'],
  ['conditional expression as callee', 'possible', '(nn.Conv1d if a else nn.§ConvTranspose1d)(4, 4, 3)'],
  [
    'if and else, both',
    'exact',
    'if a:\n    Up = nn.ConvTranspose1d\nelse:\n    Up = torch.nn.ConvTranspose1d\n§Up(4, 4, 3)',
  ],
  ['if and else', 'possible', 'if a:\n    Up = nn.ConvTranspose1d\nelse:\n    Up = nn.Conv1d\n§Up(4, 4, 3)'],
  [
    'if, elif and else in a function',
    'possible',
    'def f(a):\n    if a == 1:\n        Up = nn.Conv1d\n    elif a == 2:\n        Up = nn.ConvTranspose1d\n    else:\n        raise ValueError\n    return §Up(4, 4, 3)',
  ],
  [
    'the other branch raises',
    'exact',
    'def f(a):\n    if a:\n        Up = nn.ConvTranspose1d\n    else:\n        raise ValueError\n    return §Up(4, 4, 3)',
  ],
  ['or', 'possible', 'def f(Up=None):\n    Up = Up or nn.ConvTranspose1d\n    return §Up(4, 4, 3)'],
  [
    'match statement',
    'possible',
    'match a:\n    case 1:\n        Up = nn.ConvTranspose1d\n    case _:\n        Up = nn.Conv1d\n§Up(4, 4, 3)',
  ],
  [
    'try and except ImportError',
    'exact',
    'try:\n    Up = nn.ConvTranspose1d\nexcept ImportError:\n    Up = None\n§Up(4, 4, 3)',
  ],
])

cases('unpacking', [
  ['the first', 'exact', 'Up, Down = nn.ConvTranspose1d, nn.Conv1d\n§Up(4, 4, 3)'],
  ['the second', 'silent', 'Up, Down = nn.ConvTranspose1d, nn.Conv1d\n§Down(4, 4, 3)'],
  ['nested', 'exact', '(Up, (A, B)) = (nn.Conv1d, (nn.Conv2d, nn.ConvTranspose1d))\n§B(4, 4, 3)'],
  ['of a list', 'exact', '[Up, Down] = [nn.ConvTranspose1d, nn.Conv1d]\n§Up(4, 4, 3)'],
  ['of a name', 'exact', 'pair = nn.ConvTranspose1d, nn.Conv1d\nUp, Down = pair\n§Up(4, 4, 3)'],
  ['starred', 'exact', 'Up, *rest = nn.ConvTranspose1d, nn.Conv1d\n§Up(4, 4, 3)'],
  ['swapped', 'silent', 'A, B = nn.ConvTranspose1d, nn.Conv1d\nA, B = B, A\n§A(4, 4, 3)'],
])

const table = 'table = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}\n'
cases('dictionaries', [
  ['a literal key', 'exact', `${table}§table["up"](4, 4, 3)`],
  ['a literal key of another', 'silent', `${table}§table["down"](4, 4, 3)`],
  ['another quote', 'exact', `${table}§table['up'](4, 4, 3)`],
  ['a name as key', 'possible', `${table}§table[kind](4, 4, 3)`],
  ['a name as key, no such class in it', 'silent', 'table = {"down": nn.Conv1d}\n§table[kind](4, 4, 3)'],
  ['a key that is no literal', 'possible', 'table = {k: nn.ConvTranspose1d, "down": nn.Conv1d}\n§table[k](4, 4, 3)'],
  [
    'the last of two equal keys',
    'silent',
    'table = {"up": nn.ConvTranspose1d, "up": nn.Conv1d}\n§table["up"](4, 4, 3)',
  ],
  ['changed', 'possible', `${table}table["up"] = nn.Conv1d\n§table["up"](4, 4, 3)`],
  ['changed by update', 'possible', `${table}table.update(more)\n§table["up"](4, 4, 3)`],
  ['with a splat', 'possible', 'table = {"up": nn.ConvTranspose1d, **more}\n§table["up"](4, 4, 3)'],
  ['.get of a literal', 'exact', `${table}table.§get("up")(4, 4, 3)`],
  ['.get of a name', 'possible', `${table}table.§get(kind)(4, 4, 3)`],
  ['.get with a default', 'possible', 'table = {"down": nn.Conv1d}\ntable.§get(kind, nn.ConvTranspose1d)(4, 4, 3)'],
  ['.get of another', 'silent', `${table}table.§get("down", nn.ConvTranspose1d)(4, 4, 3)`],
  ['an alias of an item', 'exact', `${table}Up = table["up"]\n§Up(4, 4, 3)`],
  ['an alias of an item by a name', 'possible', `${table}Up = table[kind]\n§Up(4, 4, 3)`],
  ['stands in place', 'exact', 'Up = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}["up"]\n§Up(4, 4, 3)'],
  ['nested', 'exact', 'table = {1: {"up": nn.ConvTranspose1d}}\n§table[1]["up"](4, 4, 3)'],
  ['dict(…)', 'possible', 'table = dict(up=nn.ConvTranspose1d, down=nn.Conv1d)\n§table["up"](4, 4, 3)'],
  [
    'in a class body, through self',
    'possible',
    'class N:\n    table = {"up": nn.ConvTranspose1d}\n    def f(self):\n        return self.§table["up"](4, 4, 3)',
  ],
])

cases('lists and tuples', [
  ['a literal index', 'exact', 'ups = [nn.Conv1d, nn.ConvTranspose1d]\n§ups[1](4, 4, 3)'],
  ['a negative index', 'exact', 'ups = (nn.Conv1d, nn.ConvTranspose1d)\n§ups[-1](4, 4, 3)'],
  ['another index', 'silent', 'ups = [nn.Conv1d, nn.ConvTranspose1d]\n§ups[0](4, 4, 3)'],
  ['a name as index', 'possible', 'ups = [nn.Conv1d, nn.ConvTranspose1d]\n§ups[i](4, 4, 3)'],
  ['a truth value as index', 'possible', 'ups = [nn.Conv1d, nn.ConvTranspose1d]\n§ups[a > 1](4, 4, 3)'],
  ['in place', 'possible', 'Up = [None, nn.Conv1d, nn.ConvTranspose1d][dims]\n§Up(4, 4, 3)'],
  ['appended to', 'possible', 'ups = []\nups.append(nn.ConvTranspose1d)\n§ups[0](4, 4, 3)'],
  ['inserted into', 'possible', 'ups = [nn.ConvTranspose1d]\nups.insert(0, nn.Conv1d)\n§ups[0](4, 4, 3)'],
  ['for over a tuple', 'possible', 'for Up in (nn.Conv1d, nn.ConvTranspose1d):\n    §Up(4, 4, 3)'],
  ['for over a tuple of it alone', 'exact', 'for Up in (nn.ConvTranspose1d,):\n    §Up(4, 4, 3)'],
  ['for over others', 'silent', 'for Up in (nn.Conv1d, nn.Conv2d):\n    §Up(4, 4, 3)'],
  ['for over a named tuple', 'possible', 'kinds = (nn.Conv1d, nn.ConvTranspose1d)\nfor Up in kinds:\n    §Up(4, 4, 3)'],
  ['for over pairs', 'possible', 'for name, Up in (("a", nn.Conv1d), ("b", nn.ConvTranspose1d)):\n    §Up(4, 4, 3)'],
  ['for over values()', 'possible', `${table}for Up in table.values():\n    §Up(4, 4, 3)`],
  ['for over items()', 'possible', `${table}for name, Up in table.items():\n    §Up(4, 4, 3)`],
  ['comprehension', 'possible', 'ups = [§Up(4, 4, 3) for Up in (nn.Conv1d, nn.ConvTranspose1d)]'],
  ['zip', 'possible', 'for k, Up in zip(ks, [nn.Conv1d, nn.ConvTranspose1d]):\n    §Up(4, 4, k)'],
])

cases('getattr', [
  ['a literal', 'exact', 'Up = getattr(nn, "ConvTranspose1d")\n§Up(4, 4, 3)'],
  ['a literal of another', 'silent', 'Up = getattr(nn, "Conv1d")\n§Up(4, 4, 3)'],
  ['an f-string that allows it', 'possible', 'Up = getattr(nn, f"ConvTranspose{d}d")\n§Up(4, 4, 3)'],
  ['an f-string that allows it, called at once', 'possible', '§getattr(nn, f"ConvTranspose{d}d")(4, 4, 3)'],
  ['an f-string that forbids it', 'silent', 'Up = getattr(nn, f"Conv{d}d_")\n§Up(4, 4, 3)'],
  [
    'an f-string of another object',
    'silent',
    'import numpy as np\nUp = getattr(np, f"ConvTranspose{d}d")\n§Up(4, 4, 3)',
  ],
  ['a default', 'possible', 'Up = getattr(mine, "Up", nn.ConvTranspose1d)\n§Up(4, 4, 3)'],
  ['a local getattr', 'silent', 'def getattr(a, b):\n    return a\nUp = getattr(nn, "ConvTranspose1d")\n§Up(4, 4, 3)'],
])

cases('functions', [
  ['a default argument', 'possible', 'def f(Up=nn.ConvTranspose1d):\n    return §Up(4, 4, 3)'],
  [
    'a default argument by keyword only',
    'possible',
    'def f(*, Up: type = nn.ConvTranspose1d):\n    return §Up(4, 4, 3)',
  ],
  ['a default argument, another class', 'silent', 'def f(Up=nn.Conv1d):\n    return §Up(4, 4, 3)'],
  ['a parameter', 'silent', 'def f(Up):\n    return §Up(4, 4, 3)\nf(nn.ConvTranspose1d)'],
  ['a lambda’s default', 'possible', 'f = lambda Up=nn.ConvTranspose1d: §Up(4, 4, 3)'],
  ['a returned class', 'exact', 'def pick():\n    return nn.ConvTranspose1d\nUp = pick()\n§Up(4, 4, 3)'],
  ['a returned class, called at once', 'exact', 'def pick():\n    return nn.ConvTranspose1d\n§pick()(4, 4, 3)'],
  [
    'one of two',
    'possible',
    'def pick(a):\n    if a:\n        return nn.ConvTranspose1d\n    return nn.Conv1d\nUp = pick(1)\n§Up(4, 4, 3)',
  ],
  ['neither', 'silent', 'def pick(a):\n    if a:\n        return nn.Conv2d\n    return nn.Conv1d\n§pick(1)(4, 4, 3)'],
  ['of a table', 'possible', `${table}def pick(kind):\n    return table[kind]\nUp = pick(1)\n§Up(4, 4, 3)`],
  [
    'through another function',
    'possible',
    'def a():\n    return nn.ConvTranspose1d\ndef b():\n    return a()\nUp = b()\n§Up(4, 4, 3)',
  ],
  ['decorated', 'possible', '@cached\ndef pick():\n    return nn.ConvTranspose1d\nUp = pick()\n§Up(4, 4, 3)'],
  ['a layer, not the class', 'silent', 'def make():\n    return nn.ConvTranspose1d(4, 4, 3)\nup = make()\n§up(x)'],
  ['a recursive function', 'silent', 'def pick():\n    return pick()\n§pick()(4, 4, 3)'],
])

cases('functools.partial', [
  [
    'a partial',
    'possible',
    'from functools import partial\nUp = partial(nn.ConvTranspose1d, kernel_size=3)\n§Up(4, 4)',
  ],
  [
    'called at once',
    'possible',
    'import functools\n§functools.partial(nn.ConvTranspose1d, 4)(4, 3)'.replace('§functools.', 'functools.§'),
  ],
  ['of another class', 'silent', 'from functools import partial\nUp = partial(nn.Conv1d, kernel_size=3)\n§Up(4, 4)'],
])

cases('match patterns', [
  ['the class as a pattern', 'silent', 'match layer:\n    case nn.§Conv1d():\n        pass'],
  ['a capture hides the alias', 'silent', 'Up = nn.ConvTranspose1d\nmatch a:\n    case Up:\n        §Up(4, 4, 3)'],
])

test('a class pattern is a reference that is not a call', () => {
  const source = `${head}match layer:\n    case nn.ConvTranspose1d():\n        pass\n`
  const found = checker.check(source).map(({ code, span }) => [code, source.slice(span.start, span.end)])
  expect(found).toEqual([['TSP301', 'ConvTranspose1d']])
})

test('the reference itself is reported where it is bound', () => {
  const source = `${head}Up = nn.ConvTranspose1d\ntable = {"up": nn.ConvTranspose1d}\n`
  expect(checker.check(source).map(({ code }) => code)).toEqual(['TSP301', 'TSP301'])
})
