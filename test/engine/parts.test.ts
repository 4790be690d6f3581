import { casesIn, type Files } from './said.ts'

const torch = 'import torch.nn as nn\n'
const tables = `${torch}UPS = [nn.ConvTranspose1d]\nPAIRS = [("up", nn.ConvTranspose1d), ("down", nn.Conv1d)]\nKINDS = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}\nDEEP = {"up": (nn.ConvTranspose1d, 4)}\nLATE = {}\nLATE["up"] = nn.ConvTranspose1d\nLATER = []\nLATER.append(nn.ConvTranspose1d)\ndef ops(n):\n    return nn.Conv1d, nn.ConvTranspose1d\n`
const pkg: Files = { '/r/pkg/__init__.py': '', '/r/pkg/m.py': tables }

const elsewhere = casesIn('', pkg)
const here = casesIn(torch, {})

elsewhere('tables of another file that are gone through or taken apart', [
  ['a list', 'exact', 'from .m import UPS\nfor cls in UPS:\n    §cls(4, 4, 3)'],
  ['a list in a comprehension', 'exact', 'from .m import UPS\nups = [§cls(4, 4, 3) for cls in UPS]'],
  ['pairs', 'possible', 'from .m import PAIRS\nfor name, cls in PAIRS:\n    §cls(4, 4, 3)'],
  ['items', 'possible', 'from .m import KINDS\nfor name, cls in KINDS.items():\n    §cls(4, 4, 3)'],
  ['values', 'possible', 'from .m import KINDS\nfor cls in KINDS.values():\n    §cls(4, 4, 3)'],
  ['keys', 'silent', 'from .m import KINDS\nfor cls in KINDS:\n    §cls(4, 4, 3)'],
  ['through the module', 'possible', 'from . import m\nfor cls in m.KINDS.values():\n    §cls(4, 4, 3)'],
  ['what a function returns', 'exact', 'from .m import ops\nconv, up = ops(1)\n§up(4, 4, 3)'],
  ['the other that it returns', 'silent', 'from .m import ops\nconv, up = ops(1)\n§conv(4, 4, 3)'],
  ['zip', 'exact', 'from .m import UPS\nfor n, cls in zip((1, 2), UPS):\n    §cls(4, 4, 3)'],
  ['enumerate', 'exact', 'from .m import UPS\nfor n, cls in enumerate(UPS):\n    §cls(4, 4, 3)'],
  ['next', 'possible', 'from .m import UPS\nnext(iter(UPS))\ncls = next(iter(UPS))\n§cls(4, 4, 3)'],
  ['poured into another', 'possible', "from .m import KINDS\nT = {**KINDS, 'x': 1}\n§T['up'](4, 4, 3)"],
  ['poured into another, by another name', 'silent', "from .m import KINDS\nT = dict(KINDS)\n§T['down'](4, 4, 3)"],
  ['a copy', 'possible', "from .m import KINDS\nT = dict(KINDS)\n§T['up'](4, 4, 3)"],
  ['a copy of its own', 'exact', "from .m import KINDS\nT = KINDS.copy()\n§T['up'](4, 4, 3)"],
  ['a table in it', 'exact', "from .m import DEEP\ncls, n = DEEP['up']\n§cls(4, 4, n)"],
  ['filled later', 'possible', "from .m import LATE\n§LATE['up'](4, 4, 3)"],
  ['filled later, gone through', 'possible', 'from .m import LATER\nfor cls in LATER:\n    §cls(4, 4, 3)'],
])

here('what a name gets of several', [
  ['a pair’s second', 'possible', 'for k, cls in [("a", nn.ConvTranspose1d), ("b", nn.Conv1d)]:\n    §cls(4, 4, 3)'],
  ['a pair’s first', 'silent', 'for k, cls in [("a", nn.ConvTranspose1d)]:\n    §k(4, 4, 3)'],
  ['an item’s name', 'silent', 'T = {"a": nn.ConvTranspose1d}\nfor k, cls in T.items():\n    §k(4, 4, 3)'],
  ['an item’s value', 'exact', 'T = {"a": nn.ConvTranspose1d}\nfor k, cls in T.items():\n    §cls(4, 4, 3)'],
  ['the first of zip', 'silent', 'for a, b in zip([nn.Conv1d], [nn.ConvTranspose1d]):\n    §a(4, 4, 3)'],
  ['the second of zip', 'exact', 'for a, b in zip([nn.Conv1d], [nn.ConvTranspose1d]):\n    §b(4, 4, 3)'],
  ['the place of enumerate', 'silent', 'for i, c in enumerate([nn.ConvTranspose1d]):\n    §i(4, 4, 3)'],
  ['pairs in enumerate', 'exact', 'for i, (a, c) in enumerate([(1, nn.ConvTranspose1d)]):\n    §c(4, 4, 3)'],
  ['zip in enumerate', 'exact', 'for i, (a, c) in enumerate(zip([1], [nn.ConvTranspose1d])):\n    §c(4, 4, 3)'],
  ['a set', 'exact', 'for c in {nn.ConvTranspose1d}:\n    §c(4, 4, 3)'],
  ['a slice', 'possible', 'T = [nn.Conv1d, nn.ConvTranspose1d]\nfor c in T[1:]:\n    §c(4, 4, 3)'],
  [
    'a list that is added to',
    'possible',
    'T = [nn.ConvTranspose1d]\nT.append(nn.Conv1d)\nfor c in T:\n    §c(4, 4, 3)',
  ],
  [
    'a list by another name',
    'possible',
    'T = [nn.Conv1d]\nU = T\nT.append(nn.ConvTranspose1d)\nfor c in U:\n    §c(4, 4, 3)',
  ],
  ['what is left behind a star', 'possible', 'a, *b, c = [nn.Conv1d, nn.Conv1d, nn.ConvTranspose1d]\n§c(4, 4, 3)'],
  ['an item of a pair in a loop', 'exact', 'for pair in [(nn.Conv1d, nn.ConvTranspose1d)]:\n    §pair[1](4, 4, 3)'],
  ['a list that is filled', 'possible', 'T = []\nT.append(nn.ConvTranspose1d)\nfor c in T:\n    §c(4, 4, 3)'],
  [
    'a list that gets what a function gives',
    'possible',
    'def pick(n):\n    return nn.ConvTranspose1d\nT = []\nT.append(pick(1))\n§T[0](4, 4, 3)',
  ],
  ['a list that gets layers', 'silent', 'T = []\nT.append(nn.ConvTranspose1d(4, 4, 3))\nfor c in T:\n    §c(4, 4, 3)'],
  [
    'a dictionary that is filled',
    'possible',
    'T = {}\nT["a"] = nn.ConvTranspose1d\nfor c in T.values():\n    §c(4, 4, 3)',
  ],
  [
    'a dictionary of its own',
    'possible',
    'class M:\n    def f(self):\n        self.t = {}\n        self.t["a"] = nn.ConvTranspose1d\n        for c in self.t.values():\n            §c(4, 4, 3)',
  ],
  [
    'a list of its own',
    'possible',
    'class M:\n    def f(self):\n        self.t = []\n        self.t.append(nn.ConvTranspose1d)\n        for c in self.t:\n            §c(4, 4, 3)',
  ],
  [
    'functions in a table',
    'exact',
    'def up():\n    return nn.ConvTranspose1d\nfor k, f in {"a": up}.items():\n    cls = f()\n    §cls(4, 4, 3)',
  ],
])

const ops = `${torch}class Ops:\n    def __init__(self, d):\n        self.conv, self.up = nn.Conv1d, nn.ConvTranspose1d\n        self.late = getattr(nn, f"ConvTranspose{d}d")\n        self.layer = nn.ConvTranspose1d(4, 4, 3)\n`

casesIn('', { '/r/pkg/__init__.py': '', '/r/pkg/m.py': ops })('attributes that methods give objects', [
  ['of an object of another file', 'possible', 'from .m import Ops\nops = Ops(1)\nops.§up(4, 4, 3)'],
  ['another of it', 'silent', 'from .m import Ops\nops = Ops(1)\nops.§conv(4, 4, 3)'],
  ['a layer of it', 'silent', 'from .m import Ops\nops = Ops(1)\nops.§layer(x)'],
  [
    'through self',
    'possible',
    'from .m import Ops\nclass N:\n    def f(self):\n        self.o = Ops(1)\n        self.o.§up(4, 4, 3)',
  ],
  ['of a base class', 'possible', 'from .m import Ops\nclass N(Ops):\n    def f(self):\n        self.§late(4, 4, 3)'],
  ['of a parameter by its annotation', 'possible', 'from .m import Ops\ndef f(ops: Ops):\n    ops.§up(4, 4, 3)'],
  [
    'of what a parameter is assigned to',
    'possible',
    'from .m import Ops\nclass N:\n    def __init__(self, ops: Ops):\n        self.o = ops\n    def f(self):\n        self.o.§up(4, 4, 3)',
  ],
  [
    'of a parameter of another class',
    'silent',
    'from .m import Ops\nclass Mine:\n    up = None\ndef f(ops: Mine):\n    ops.§up(4, 4, 3)',
  ],
])

const up = `${torch}Up = nn.ConvTranspose1d\ndef f(x):\n    return nn.ConvTranspose1d\n`

casesIn('', { '/r/pkg/__init__.py': '', '/r/pkg/m.py': up, '/r/pkg/größe.py': up })('imports wherever they stand', [
  ['behind a colon', 'exact', 'if True: from .m import Up\n§Up(4, 4, 3)'],
  ['behind a semicolon', 'exact', 'import os; import pkg.m\npkg.m.§Up(4, 4, 3)'],
  ['behind another import', 'exact', 'import os; from .m import Up; import sys\n§Up(4, 4, 3)'],
  ['in try', 'exact', 'try: from .m import Up\nexcept ImportError: raise\n§Up(4, 4, 3)'],
  ['of a module with other letters', 'exact', 'from .größe import Up\n§Up(4, 4, 3)'],
  ['of a name that is a part of others', 'exact', 'from .m import f\ncls = f(1)\n§cls(4, 4, 3)'],
])

here('tables that others may change', [
  ['handed to a function', 'possible', 'T = {"a": nn.ConvTranspose1d}\npatch(T)\n§T["a"](4, 4, 3)'],
  ['a list', 'possible', 'T = [nn.ConvTranspose1d]\npatch(x=T)\nfor c in T:\n    §c(4, 4, 3)'],
  ['by another name', 'possible', 'T = [nn.ConvTranspose1d]\nU = T\nU[0] = Mine\n§T[0](4, 4, 3)'],
  [
    'its own',
    'possible',
    'class M:\n    def f(self):\n        self.t = [nn.ConvTranspose1d]\n        patch(self.t)\n        §self.t[0](4, 4, 3)'.replace(
      '§self.t',
      'self.§t',
    ),
  ],
  ['a tuple', 'exact', 'T = (nn.ConvTranspose1d,)\npatch(T)\n§T[0](4, 4, 3)'],
  ['that is only read', 'exact', 'T = [nn.ConvTranspose1d]\nprint(len(T), T[0])\nfor c in sorted(T):\n    §c(4, 4, 3)'],
])

casesIn('from mystery import *\nimport torch.nn as nn\n', {})('beside a star of an unknown library', [
  ['getattr', 'possible', "§getattr(nn, 'ConvTranspose1d')(4, 4, 3)"],
  ['dict', 'possible', "T = dict(up=nn.ConvTranspose1d)\n§T['up'](4, 4, 3)"],
  ['next', 'possible', 'cls = next(iter([nn.ConvTranspose1d]))\n§cls(4, 4, 3)'],
])
