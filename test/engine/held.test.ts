import { casesIn, type Files } from './said.ts'

const torch = 'import torch\nimport torch.nn as nn\n'
const kinds = `${torch}class Kinds:\n    Up = nn.ConvTranspose1d\n    Down = nn.Conv1d\n    table = {"up": Up}\n    class Inner:\n        Up = nn.ConvTranspose1d\n`
const holders = `${torch}from enum import Enum\nfrom types import SimpleNamespace\nclass Choice(Enum):\n    UP = nn.ConvTranspose1d\nspace = SimpleNamespace(up=nn.ConvTranspose1d, down=nn.Conv1d)\nTABLE = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}\nclass Base:\n    Up = nn.ConvTranspose1d\n    Down = nn.Conv1d\n    def pick(self):\n        return nn.ConvTranspose1d\n`
const pkg: Files = { '/r/pkg/__init__.py': '', '/r/pkg/m.py': kinds, '/r/pkg/h.py': holders }

const elsewhere = casesIn('', pkg)
const here = casesIn(torch, {})

elsewhere('held by a class of another file', [
  ['its attribute', 'exact', 'from .m import Kinds\nKinds.§Up(4, 4, 3)'],
  ['another attribute', 'silent', 'from .m import Kinds\nKinds.§Down(4, 4, 3)'],
  ['under another name', 'exact', 'from .m import Kinds as K\nK.§Up(4, 4, 3)'],
  ['through the module', 'exact', 'from . import m\nm.Kinds.§Up(4, 4, 3)'],
  ['through the package', 'exact', 'import pkg.m\npkg.m.Kinds.§Up(4, 4, 3)'],
  ['a class inside it', 'exact', 'from .m import Kinds\nKinds.Inner.§Up(4, 4, 3)'],
  ['an alias of it', 'exact', 'from .m import Kinds\nUp = Kinds.Up\n§Up(4, 4, 3)'],
  ['by a star', 'exact', 'from .m import *\nKinds.§Up(4, 4, 3)'],
  [
    'through __init__',
    'exact',
    'from pkg import Kinds\nKinds.§Up(4, 4, 3)',
    { '/r/pkg/__init__.py': 'from .m import *\n' },
  ],
  ['a table in it', 'exact', 'from .m import Kinds\nKinds.§table["up"](4, 4, 3)'],
  ['a member of an enumeration', 'possible', 'from .h import Choice\nChoice.§UP.value(4, 4, 3)'],
  [
    'a base class, through self',
    'possible',
    'from .h import Base\nclass N(Base):\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
  [
    'a base class, another attribute',
    'silent',
    'from .h import Base\nclass N(Base):\n    def f(self):\n        return self.§Down(4, 4, 3)',
  ],
  ['a base class, through the class', 'possible', 'from .h import Base\nclass N(Base):\n    pass\nN.§Up(4, 4, 3)'],
  ['an object of it', 'possible', 'from .m import Kinds\nkinds = Kinds()\nkinds.§Up(4, 4, 3)'],
  ['an object of it, through the module', 'possible', 'from . import m\nkinds = m.Kinds()\nkinds.§Up(4, 4, 3)'],
  [
    'an object of it, through the module, another attribute',
    'silent',
    'from . import m\nkinds = m.Kinds()\nkinds.§Down(4, 4, 3)',
  ],
  [
    'a base class through the module, through self',
    'possible',
    'from . import h\nclass N(h.Base):\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
  [
    'a base class through the package, through self',
    'possible',
    'import pkg.h\nclass N(pkg.h.Base):\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
])

elsewhere('held by an object of another file', [
  ['a namespace', 'possible', 'from .h import space\nspace.§up(4, 4, 3)'],
  ['a namespace, another name of it', 'silent', 'from .h import space\nspace.§down(4, 4, 3)'],
  ['a namespace through the module', 'possible', 'from . import h\nh.space.§up(4, 4, 3)'],
  ['a table through the module', 'exact', 'from . import h\nh.§TABLE["up"](4, 4, 3)'],
  ['.get of a table through the module', 'exact', 'from . import h\nh.TABLE.§get("up")(4, 4, 3)'],
])

here('held by a class', [
  ['its attribute', 'exact', 'class K:\n    Up = nn.ConvTranspose1d\nK.§Up(4, 4, 3)'],
  ['an attribute that is replaced', 'possible', 'class K:\n    Up = nn.ConvTranspose1d\nK.Up = make\nK.§Up(4, 4, 3)'],
  [
    'an attribute that is bound twice',
    'silent',
    'class K:\n    Up = nn.ConvTranspose1d\n    Up = nn.Conv1d\nK.§Up(4, 4, 3)',
  ],
  ['a class that is decorated', 'possible', '@change\nclass K:\n    Up = nn.ConvTranspose1d\nK.§Up(4, 4, 3)'],
  ['a class with a metaclass', 'possible', 'class K(metaclass=M):\n    Up = nn.ConvTranspose1d\nK.§Up(4, 4, 3)'],
  ['an attribute that is added', 'possible', 'class K:\n    pass\nK.Up = nn.ConvTranspose1d\nK.§Up(4, 4, 3)'],
  ['an object', 'possible', 'class K:\n    Up = nn.ConvTranspose1d\nk = K()\nk.§Up(4, 4, 3)'],
  ['an object’s own attribute', 'possible', 'k = K()\nk.Up = nn.ConvTranspose1d\nk.§Up(4, 4, 3)'],
  [
    'a base class, through self',
    'possible',
    'class B:\n    Up = nn.ConvTranspose1d\nclass N(B):\n    def f(self):\n        return self.§Up(4, 4, 3)',
  ],
  [
    'super()',
    'possible',
    'class B:\n    Up = nn.ConvTranspose1d\nclass N(B):\n    def f(self):\n        return super().§Up(4, 4, 3)',
  ],
  [
    'type(self)',
    'possible',
    'class N:\n    Up = nn.ConvTranspose1d\n    def f(self):\n        return type(self).§Up(4, 4, 3)',
  ],
  [
    'self.__class__',
    'possible',
    'class N:\n    Up = nn.ConvTranspose1d\n    def f(self):\n        return self.__class__.§Up(4, 4, 3)',
  ],
  [
    'a method that returns it',
    'possible',
    'class N:\n    def pick(self):\n        return nn.ConvTranspose1d\n    def f(self):\n        return self.§pick()(4, 4, 3)',
  ],
  [
    'what a method returns, by a name',
    'possible',
    'class N:\n    def pick(self):\n        return nn.ConvTranspose1d\n    def f(self):\n        up = self.pick()\n        return §up(4, 4, 3)',
  ],
  [
    'a property',
    'possible',
    'class N:\n    @property\n    def up(self):\n        return nn.ConvTranspose1d\n    def f(self):\n        return self.§up(4, 4, 3)',
  ],
  [
    'a base of itself',
    'silent',
    'class N(N):\n    def f(self):\n        return self.§Up(4, 4, 3)\nUp = nn.ConvTranspose1d',
  ],
  [
    'a dataclass’s object',
    'possible',
    '@dataclass\nclass C:\n    Up: type = nn.ConvTranspose1d\nc = C()\nc.§Up(4, 4, 3)',
  ],
  [
    'a dataclass’s field',
    'possible',
    'from dataclasses import dataclass, field\n@dataclass\nclass C:\n    Up: type = field(default=nn.ConvTranspose1d)\nC().§Up(4, 4, 3)',
  ],
  [
    'a dataclass’s field with a factory',
    'possible',
    'from dataclasses import dataclass, field\n@dataclass\nclass C:\n    Up: type = field(default_factory=lambda: nn.ConvTranspose1d)\nC().§Up(4, 4, 3)',
  ],
  ['a layer in a class body', 'silent', 'class K:\n    up = nn.ConvTranspose1d(4, 4, 3)\nK.§up(x)'],
])

here('held by what is filled later', [
  ['an item', 'possible', 'table = {}\ntable["up"] = nn.ConvTranspose1d\n§table["up"](4, 4, 3)'],
  ['update by keyword', 'possible', 'table = {}\ntable.update(up=nn.ConvTranspose1d)\n§table["up"](4, 4, 3)'],
  ['update by a dictionary', 'possible', 'table = {}\ntable.update({"up": nn.ConvTranspose1d})\n§table["up"](4, 4, 3)'],
  ['setdefault', 'possible', 'table = {}\ntable.setdefault("up", nn.ConvTranspose1d)\n§table["up"](4, 4, 3)'],
  ['+=', 'possible', 'ups = []\nups += [nn.ConvTranspose1d]\n§ups[0](4, 4, 3)'],
  ['extend', 'possible', 'ups = []\nups.extend([nn.ConvTranspose1d])\n§ups[0](4, 4, 3)'],
  ['an item of another kind', 'silent', 'table = {}\ntable["up"] = nn.Conv1d\n§table["up"](4, 4, 3)'],
  ['layers', 'silent', 'ups = []\nups.append(nn.ConvTranspose1d(4, 4, 3))\n§ups[0](x)'],
  [
    'an item of an attribute',
    'possible',
    'class N:\n    def __init__(self):\n        self.t = {}\n        self.t["up"] = nn.ConvTranspose1d\n    def f(self):\n        return self.§t["up"](4, 4, 3)',
  ],
])

here('held by what is computed', [
  [
    'OrderedDict of pairs',
    'possible',
    'from collections import OrderedDict\nt = OrderedDict([("up", nn.ConvTranspose1d)])\n§t["up"](4, 4, 3)',
  ],
  ['dict by keyword, get', 'possible', 't = dict(up=nn.ConvTranspose1d)\nt.§get("up")(4, 4, 3)'],
  [
    'defaultdict',
    'possible',
    'from collections import defaultdict\nt = defaultdict(lambda: nn.ConvTranspose1d)\n§t["up"](4, 4, 3)',
  ],
  [
    'a namespace',
    'possible',
    'from types import SimpleNamespace\nt = SimpleNamespace(up=nn.ConvTranspose1d)\nt.§up(4, 4, 3)',
  ],
  ['a sum of lists', 'possible', 'ups = [nn.Conv1d] + [nn.ConvTranspose1d]\n§ups[1](4, 4, 3)'],
  ['a union of dictionaries', 'possible', 't = {"a": 1} | {"up": nn.ConvTranspose1d}\n§t["up"](4, 4, 3)'],
  ['a dictionary with another inside', 'possible', 'a = {"up": nn.ConvTranspose1d}\nt = {**a}\n§t["up"](4, 4, 3)'],
  ['a list comprehension', 'possible', 'ups = [x for x in (nn.ConvTranspose1d, nn.Conv1d)]\n§ups[0](4, 4, 3)'],
  ['a dictionary comprehension', 'exact', 't = {k: v for k, v in [("up", nn.ConvTranspose1d)]}\n§t["up"](4, 4, 3)'],
  ['layers in a comprehension', 'silent', 'ups = [nn.ConvTranspose1d(4, 4, k) for k in ks]\n§ups[0](x)'],
  ['a default that is a table', 'possible', 'def f(t={"up": nn.ConvTranspose1d}):\n    return §t["up"](4, 4, 3)'],
  ['a sum of numbers', 'silent', 'n = [1] + [2]\n§n[0](4, 4, 3)'],
])

here('given by what is called', [
  ['a lambda', 'exact', 'f = lambda: nn.ConvTranspose1d\n§f()(4, 4, 3)'],
  ['a lambda that makes a layer', 'silent', 'f = lambda: nn.ConvTranspose1d(4, 4, 3)\n§f()(x)'],
  ['pop', 'possible', 't = {"up": nn.ConvTranspose1d}\nt.§pop("up")(4, 4, 3)'],
  ['import_module', 'exact', 'import importlib\nimportlib.import_module("torch.nn").§ConvTranspose1d(4, 4, 3)'],
  [
    'import_module of another',
    'silent',
    'import importlib\nimportlib.import_module("numpy").§ConvTranspose1d(4, 4, 3)',
  ],
  ['__import__', 'exact', '__import__("torch.nn").nn.§ConvTranspose1d(4, 4, 3)'],
  ['next of iter', 'possible', 'ups = [nn.ConvTranspose1d]\nnext(iter(ups))(4, 4, 3)'.replace('next', '§next')],
  ['typing.cast', 'exact', 'import typing\nUp = nn.ConvTranspose1d\ntyping.§cast(type, Up)(4, 4, 3)'],
])

here('a name that is a string', [
  ['a name', 'exact', 'name = "ConvTranspose1d"\nUp = getattr(nn, name)\n§Up(4, 4, 3)'],
  ['another name', 'silent', 'name = "Conv1d"\nUp = getattr(nn, name)\n§Up(4, 4, 3)'],
  ['a sum', 'exact', 'Up = getattr(nn, "Conv" + "Transpose1d")\n§Up(4, 4, 3)'],
  ['a sum with a name', 'possible', 'Up = getattr(nn, "ConvTranspose" + dims)\n§Up(4, 4, 3)'],
  ['%', 'possible', 'Up = getattr(nn, "ConvTranspose%dd" % dims)\n§Up(4, 4, 3)'],
  ['format', 'possible', 'Up = getattr(nn, "ConvTranspose{}d".format(dims))\n§Up(4, 4, 3)'],
  ['a number of dimensions alone', 'silent', 'nn.ConvTranspose1d\nUp = getattr(nn, f"Conv{d}d")\n§Up(4, 4, 3)'],
  ['a number in %', 'silent', 'nn.ConvTranspose1d\nUp = getattr(nn, "Conv%dd" % d)\n§Up(4, 4, 3)'],
  ['a kind and a number', 'possible', 'Up = getattr(nn, f"Conv{kind}{d}d")\n§Up(4, 4, 3)'],
  ['a kind', 'possible', 'Up = getattr(nn, f"Conv{kind}1d")\n§Up(4, 4, 3)'],
  ['a name of which only a last d is known', 'silent', 'nn.ConvTranspose1d\n§getattr(nn, f"{kind}{d}d")(4, 4, 3)'],
  [
    'a last d, beside what stands before it',
    'possible',
    'assert kind in ("Conv", "ConvTranspose")\n§getattr(nn, f"{kind}{d}d")(4, 4, 3)',
  ],
  ['a choice', 'possible', 'Up = getattr(nn, f\'Conv{"Transpose" if t else ""}{d}d\')\n§Up(4, 4, 3)'],
  ['a number that is known', 'exact', 'd = 1\nUp = getattr(nn, f"ConvTranspose{d}d")\n§Up(4, 4, 3)'],
  ['another number that is known', 'silent', 'd = 2\nUp = getattr(nn, f"ConvTranspose{d}d")\n§Up(4, 4, 3)'],
  ['handed on', 'possible', 'Block(§getattr(nn, f"ConvTranspose{d}d"), 4)'],
  ['a base class', 'possible', 'class Up(§getattr(nn, f"ConvTranspose{d}d")):\n    pass'],
  ['of a dictionary', 'possible', 'cfg = {"type": "ConvTranspose1d"}\n§getattr(nn, cfg["type"])(4, 4, 3)'],
  [
    'of a dictionary, another',
    'silent',
    'cfg = {"type": "Conv1d", "x": "ConvTranspose1d"}\n§getattr(nn, cfg["type"])(4, 4, 3)',
  ],
  ['by get', 'possible', 'cfg = {"type": "ConvTranspose1d"}\n§getattr(nn, cfg.get(key, "Conv1d"))(4, 4, 3)'],
  ['of a loop', 'possible', 'for n in ["Conv1d", "ConvTranspose1d"]:\n    §getattr(nn, n)(4, 4, 3)'],
  [
    'of a loop over keys',
    'possible',
    'for n, k in {"Conv1d": 1, "ConvTranspose1d": 2}.items():\n    §getattr(nn, n)(4, 4, k)',
  ],
  ['a default', 'possible', 'def f(n="ConvTranspose1d"):\n    return §getattr(nn, n)(4, 4, 3)'],
  ['another default', 'silent', 'def f(n="Conv1d"):\n    return §getattr(nn, n)(4, 4, 3)'],
  ['of another name in __dict__', 'exact', 'n = "ConvTranspose1d"\nnn.§__dict__[n](4, 4, 3)'],
  ['str()', 'exact', 'Up = getattr(nn, "ConvTranspose" + str(1) + "d")\n§Up(4, 4, 3)'],
  ['format that forbids it', 'silent', 'Up = getattr(nn, "Conv{}d".format(2) + "x")\n§Up(4, 4, 3)'],
  ['__dict__', 'exact', 'nn.§__dict__["ConvTranspose1d"](4, 4, 3)'],
  ['vars', 'exact', '§vars(nn)["ConvTranspose1d"](4, 4, 3)'],
  ['__dict__ of another', 'silent', 'nn.§__dict__["Conv1d"](4, 4, 3)'],
  ['globals', 'exact', 'Up = nn.ConvTranspose1d\n§globals()["Up"](4, 4, 3)'],
])
