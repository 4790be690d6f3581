import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

const head = 'import torch.nn as nn\n'

/** `code applicability` of each finding in a file beside `utils.py`. */
function found(source: string, body: string): readonly string[] {
  const files: Readonly<Record<string, string>> = { '/r/utils.py': `${head}${body}` }
  const loader = { path: '/r/model.py', read: (path: string) => files[path] ?? null }
  const findings = checker.check(`${head}${source}`, {}, loader)
  return findings.map(({ code, fix }) => `${code} ${fix?.applicability ?? '-'}`)
}

const up = 'up = nn.ConvTranspose1d(4, 4, 3)\n'
const tested = 'def init(m):\n    if isinstance(m, nn.ConvTranspose1d):\n        m.weight.data.zero_()\n'

test.each([
  ['a class test, by apply', `from utils import init\n${up}nn.Sequential(up).apply(init)\n`, tested],
  ['a class test', `from utils import init\n${up}init(up)\n`, tested],
  ['a layer that is made there', 'from utils import init\ninit(nn.ConvTranspose1d(4, 4, 3))\n', tested],
  [
    'an item of a list',
    `from utils import init\nups = []\n${up}ups.append(up)\nfor each in ups:\n    init(each)\n`,
    tested,
  ],
  [
    'an attribute',
    `from utils import init\nclass N:\n    def __init__(self):\n        self.${up}        init(self.up)\n`,
    tested,
  ],
  ['a class test, by a star', `from utils import *\n${up}up.apply(init)\n`, tested],
  ['a class test, by way of the module', `import utils\n${up}utils.init(up)\n`, tested],
  [
    'a class test by a table',
    `from utils import init\n${up}init(up)\n`,
    'KINDS = (nn.Conv1d, nn.ConvTranspose1d)\ndef init(m):\n    return isinstance(m, KINDS)\n',
  ],
  [
    'a comparison of types',
    `from utils import init\n${up}init(up)\n`,
    'def init(m):\n    return type(m) == nn.ConvTranspose1d\n',
  ],
  [
    'the name of the class',
    `from utils import init\n${up}init(up)\n`,
    "def init(m):\n    return m.__class__.__name__ == 'ConvTranspose1d'\n",
  ],
  [
    'a part of the class’s name',
    `from utils import init\n${up}up.apply(init)\n`,
    "def init(m):\n    if m.__class__.__name__.find('ConvTranspose') != -1:\n        m.weight.data.zero_()\n",
  ],
  ['an attribute', `from utils import size\n${up}n = size(4, up)\n`, 'def size(n, m):\n    return n * m.stride[0]\n'],
  [
    'an attribute, by name',
    `from utils import size\n${up}n = size(m=up)\n`,
    'def size(n=1, m=None):\n    return n * m.stride[0]\n',
  ],
  [
    'the shape of the weight',
    `from utils import size\n${up}n = size(up)\n`,
    'def size(m):\n    w = m.weight\n    return w.shape[2]\n',
  ],
  [
    'by another function there',
    `from utils import size\n${up}n = size(up)\n`,
    'def one(x, m):\n    return m.stride[0]\ndef size(m):\n    return one(1, m)\n',
  ],
])('what another module does with the layer makes the fix unsafe: %s', (_, source, body) => {
  expect(found(source, body)).toEqual(['TSP101 unsafe'])
})

const net = 'class N(nn.Module):\n    def __init__(self):\n        self.up = nn.ConvTranspose1d(4, 4, 3)\n'
const all =
  'def init(net):\n    for m in net.modules():\n        if isinstance(m, nn.ConvTranspose1d):\n            m.weight.data.zero_()\n'
const tests = 'for m in self.modules():\n            isinstance(m, nn.ConvTranspose1d)\n'

const sized = 'def size(self, m):\n        return m.stride[0]\n'
const made = 'class N(B):\n    def make(self):\n        return nn.ConvTranspose1d(4, 4, 3)\n'
const visiting = (name: string) =>
  `class I:\n    def ${name}(self, net):\n        for m in net.modules():\n            isinstance(m, nn.ConvTranspose1d)\n`

const kept =
  'class T(nn.Module):\n    def __init__(self, layer):\n        self.kept = layer\n    def size(self):\n        return self.kept.stride[0]\n'

test.each([
  ['a function that is given the model as self', `from utils import init\n${net}        init(self)\n`, all],
  ['a function that is given the model', `from utils import init\n${net}net = N()\ninit(net)\n`, all],
  ['a function that is given a new model', `from utils import init\n${net}init(N())\n`, all],
  [
    'a function that reads the layer of a model',
    `from utils import size\n${net}net = N()\nsize(net)\n`,
    'def size(net):\n    return net.up.stride[0]\n',
  ],
  [
    'a base class',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    `class B(nn.Module):\n    def init(self):\n        ${tests}`,
  ],
  [
    'a base class of its base class',
    `from utils import C\n${net.replace('nn.Module', 'C')}`,
    `class B(nn.Module):\n    def init(self):\n        ${tests}class C(B):\n    pass\n`,
  ],
  [
    'a base class that reads the layer',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'class B(nn.Module):\n    def size(self):\n        return self.up.stride[0]\n',
  ],
  [
    'a function that a base class applies',
    `from utils import B\n${net.replace('nn.Module', 'nn.Module, B')}`,
    `${tested}class B:\n    def init(self):\n        self.apply(init)\n`,
  ],
  [
    'a function that a base class hands the model to',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    `${all}class B(nn.Module):\n    def start(self):\n        init(self)\n`,
  ],
  [
    'a base class of a class that adds nothing',
    `from utils import B\nclass A(B):\n    pass\n${net.replace('nn.Module', 'A')}`,
    `class B(nn.Module):\n    def init(self):\n        ${tests}`,
  ],
  [
    'a base class far above',
    `from utils import F\nclass O(F):\n    pass\n${net.replace('nn.Module', 'F')}`,
    `class B(nn.Module):\n    def init(self):\n        ${tests}class C(B): ...\nclass D(C): ...\nclass E(D): ...\nclass G(E): ...\nclass F(G): ...\n`,
  ],
  [
    'a function that is mapped in a comparison',
    `from utils import init\n${net}        any(map(init, self.modules())) == 1\n`,
    tested,
  ],
  ['a function under another name', `from utils import init\n${net}        f = init\n        self.apply(f)\n`, tested],
  ['a function that map calls', `from utils import init\n${net}        list(map(init, self.modules()))\n`, tested],
  ['a function as a method', `import utils\n${net}    init = utils.init\n`, tested],
  [
    'a decorator',
    `from utils import init\n@init\n${net}`,
    `def init(c):\n    def start(self):\n        ${tests}    c.start = start\n    return c\n`,
  ],
  [
    'a function that goes through its parts',
    `from utils import n\n${net}        n(self.children())\n`,
    'def n(ups):\n    for up in ups:\n        print(up.stride[0])\n',
  ],
  [
    'a function that is given layers by a star',
    `from utils import init\nups = [nn.ConvTranspose1d(4, 4, 3)]\ninit(*ups)\n`,
    tested,
  ],
  [
    'a class that is given the model',
    `from utils import T\n${net}        T(self)\n`,
    `class T:\n    def __init__(self, net):\n        for m in net.modules():\n            isinstance(m, nn.ConvTranspose1d)\n`,
  ],
  ['a class that keeps the layer', `from utils import T\nT(nn.ConvTranspose1d(4, 4, 3))\n`, kept],
  [
    'a base class that is given the layer',
    `from utils import T\nclass N(T):\n    def __init__(self):\n        super(N, self).__init__(layer=nn.ConvTranspose1d(4, 4, 3))\n`,
    kept,
  ],
  [
    'a method of a base class that is given the layer',
    `from utils import B\n${net.replace('nn.Module', 'B')}        n = self.size(self.up)\n`,
    `class A(nn.Module):\n    ${sized}class B(A): ...\n`,
  ],
  [
    'a base class that keeps what a method makes',
    `from utils import B\n${made}`,
    'class B(nn.Module):\n    def __init__(self):\n        self.up = self.make()\n        n = self.up.stride[0]\n',
  ],
  [
    'a base class that reads what a method makes',
    `from utils import B\n${made}`,
    'class B(nn.Module):\n    def __init__(self):\n        n = self.make().stride[0]\n',
  ],
  [
    'a base class that hands the layer on',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'def size(m):\n    return m.stride[0]\nclass B(nn.Module):\n    def size(self):\n        return size(self.up)\n',
  ],
  [
    'a base class that hands the layer to its method',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    `class B(nn.Module):\n    ${sized}    def sizes(self):\n        return self.size(self.up)\n`,
  ],
  [
    'a function that hands each part on',
    `from utils import f\n${net}f(N())\n`,
    'def size(m):\n    return m.stride[0]\ndef f(net):\n    return [size(m) for m in net.children()]\n',
  ],
  ['an object that is called', `from utils import I\n${net}        I()(self)\n`, visiting('__call__')],
  ['an object', `from utils import I\n${net}        I().visit(self)\n`, visiting('visit')],
  ['an object with a name', `from utils import I\n${net}i = I()\ni.visit(N())\n`, visiting('visit')],
])('so does what another module does with the model: %s', (_, source, body) => {
  expect(found(source, body)).toEqual(['TSP101 unsafe'])
})

test.each([
  [
    'a method of a base class is given another layer',
    `from utils import B\n${net.replace('nn.Module', 'B')}        n = self.size(self.down)\n`,
    `class B(nn.Module):\n    ${sized}`,
  ],
  [
    'another model asks for the class among its own parts',
    `from utils import Other\n${net}        self.other = Other(4)\n`,
    `class Other(nn.Module):\n    def init(self):\n        ${tests}`,
  ],
  [
    'a base class hands another layer on',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'def size(m):\n    return m.stride[0]\nclass B(nn.Module):\n    def size(self):\n        return size(self.down)\n',
  ],
  ['a class keeps another layer', `from utils import T\n${net}        T(nn.Conv1d(4, 4, 3))\n`, kept],
  [
    'a base class is given another layer',
    `from utils import T\nclass N(T):\n    def __init__(self):\n        super(N, self).__init__(nn.Conv1d(4, 4, 3))\n        self.up = nn.ConvTranspose1d(4, 4, 3)\n`,
    kept,
  ],
  [
    'a class that asks for the class is only an annotation',
    `from utils import T\n${net}    def f(self, t: T): ...\n`,
    'class T:\n    def f(self, m):\n        return isinstance(m, nn.ConvTranspose1d)\n',
  ],
  [
    'a base class reads what the model has under the same name',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'class B(nn.Module):\n    def size(self):\n        return self.stride[0]\n',
  ],
  [
    'a function reads the size of another class’s kernel',
    `from utils import f\n${up}up.apply(f)\n`,
    'def f(m):\n    if isinstance(m, nn.Conv2d):\n        n = m.kernel_size[0]\n',
  ],
  ['the layer is not handed', `from utils import init\n${up}init(nn.Conv1d(4, 4, 3))\n`, tested],
  ['another parameter is read', `from utils import f\n${up}f(up, cfg)\n`, 'def f(m, c):\n    return c.stride\n'],
  [
    'another class is tested',
    `from utils import f\n${up}up.apply(f)\n`,
    'def f(m):\n    if isinstance(m, nn.Conv1d):\n        m.weight.data.zero_()\n',
  ],
  [
    'a table that holds itself is asked for',
    `from utils import f\n${up}f(up)\n`,
    'T = [nn.Conv1d]\nT.append(T)\ndef f(m):\n    return isinstance(m, T)\n',
  ],
  ['its weight is filled', `from utils import f\n${up}f(up)\n`, 'def f(m):\n    nn.init.normal_(m.weight)\n'],
  [
    'a part of both classes’ names is tested',
    `from utils import f\n${up}up.apply(f)\n`,
    "def f(m):\n    if m.__class__.__name__.find('Conv') != -1:\n        m.weight.data.zero_()\n",
  ],
  [
    'a base class reads another layer',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'class B(nn.Module):\n    def size(self):\n        return self.down.stride[0]\n',
  ],
  [
    'a base class only fills weights',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'class B(nn.Module):\n    def init(self):\n        nn.init.normal_(self.up.weight)\n',
  ],
  [
    'a function that is given the model asks for another class',
    `from utils import init\n${net}        init(self)\n`,
    all.replace('Transpose', ''),
  ],
  ['it is called', `from utils import f\n${up}y = f(up(x))\n`, 'def f(x):\n    return x.stride()\n'],
])('and leaves it safe where %s', (_, source, body) => {
  expect(found(source, body)).toEqual(['TSP101 safe'])
})

const table = 'TABLE = {nn.ConvTranspose1d: 1, nn.Conv1d: 2}\n'

test.each([
  ['issubclass', 'issubclass(type(m), nn.ConvTranspose1d)'],
  ['a table by class', 'TABLE[type(m)]'],
  ['a table by class, with a default', 'TABLE.get(m.__class__, 0)'],
  ['whether a table has the class', 'type(m) in TABLE'],
  ['a part of the name in small letters', "type(m).__name__.lower().count('transpose1d')"],
])('another module asks for the class of what it is given by %s', (_, asked) => {
  expect(found(`from utils import f\n${up}f(up)\n`, `${table}def f(m):\n    return ${asked}\n`)).toEqual([
    'TSP101 unsafe',
  ])
})

test.each([
  ['match', 'def f(m):\n    match m:\n        case nn.ConvTranspose1d():\n            return 1\n'],
  [
    'singledispatch',
    'import functools\n@functools.singledispatch\ndef f(m):\n    return 0\n@f.register(nn.ConvTranspose1d)\ndef _(m):\n    return 1\n',
  ],
])('another module asks for the class of what it is given by %s', (_, body) => {
  expect(found(`from utils import f\n${up}f(up)\n`, body)).toEqual(['TSP101 unsafe'])
})

const reading = (indent: string) => `${indent}return m.stride[0]\n`
const taking = `def f(m):\n${reading('    ')}`

test.each([
  [
    'in a dictionary',
    `from utils import f\n${up}f({'up': up})\n`,
    'def f(d):\n    m = d["up"]\n    return m.stride[0]\n',
  ],
  [
    'in a dictionary that a call makes',
    `from utils import f\n${up}f(dict(up=up))\n`,
    'def f(d):\n    for k, m in d.items():\n        print(m.stride[0])\n',
  ],
  [
    'by a function',
    `from utils import f\n${up}f(lambda: up)\n`,
    'def f(get):\n    m = get()\n    return m.stride[0]\n',
  ],
  [
    'among any number',
    `from utils import f\n${up}f(1, up)\n`,
    'def f(*ms):\n    for m in ms:\n        print(m.stride[0])\n',
  ],
  [
    'under any name',
    `from utils import f\n${up}f(up=up)\n`,
    'def f(**ms):\n    m = ms["up"]\n    return m.stride[0]\n',
  ],
  ['to a function in a list', `from utils import FS\n${up}for f in FS:\n    f(up)\n`, `${taking}FS = [f]\n`],
  [
    'to a function that another one makes',
    `from utils import make\n${up}f = make()\nf(up)\n`,
    `def make():\n    def f(m):\n${reading('        ')}    return f\n`,
  ],
  [
    'to a table',
    `from utils import ALL\n${up}ALL.append(up)\n`,
    'ALL = []\ndef f():\n    return [m.stride[0] for m in ALL]\n',
  ],
  ['to a variable', `import utils\n${up}utils.LAST = up\n`, 'LAST = nn\ndef f():\n    return LAST.stride[0]\n'],
  [
    'to what sets attributes',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    `class B(nn.Module):\n    def __setattr__(self, k, m):\n        print(m.stride[0])\n`,
  ],
  [
    'to a method that was decorated',
    `from utils import seen\nclass N:\n    @seen\n    def make(self):\n        return nn.ConvTranspose1d(4, 4, 3)\n`,
    `def seen(g):\n    def h(*a):\n        m = g(*a)\n${reading('        ')}    return h\n`,
  ],
  [
    'to a function that calls itself',
    `from utils import f\n${net}f(N())\n`,
    'def f(m):\n    n = m.stride[0] if hasattr(m, "stride") else 0\n    for c in m.children():\n        f(c)\n',
  ],
  [
    'to one that works off a list',
    `from utils import f\n${net}f(N())\n`,
    'def f(net):\n    todo = [net]\n    while todo:\n        m = todo.pop()\n        todo.extend(m.children())\n        print(m.stride[0])\n',
  ],
  [
    'under the name by which it asks',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    `class B(nn.Module):\n    def f(self):\n        m = getattr(self, "up")\n${reading('        ')}`,
  ],
])('a layer is followed to another module where it is handed %s', (_, source, body) => {
  expect(found(source, body)).toEqual(['TSP101 unsafe'])
})

test.each(['TABLE.get(type(up))', 'TABLE[up.__class__]', 'type(up) in TABLE', 'isinstance(up, KINDS)'])(
  'the file itself looks the class up in what another module has: %s',
  asked => {
    const tables = `${table}KINDS = [nn.ConvTranspose1d]\n`
    expect(found(`from utils import TABLE, KINDS\n${up}n = ${asked}\n`, tables)).toEqual(['TSP101 unsafe'])
    expect(
      found(`from utils import TABLE, KINDS\n${up}n = ${asked}\n`, tables.replaceAll('ConvTranspose', 'Conv')),
    ).toEqual(['TSP101 safe'])
  },
)

test('the file itself looks the name of the class up in what another module has', () => {
  const source = `from utils import NAMES\n${up}n = NAMES.get(type(up).__name__)\n`
  expect(found(source, 'NAMES = {"ConvTranspose1d": 1}\n')).toEqual(['TSP101 unsafe'])
  expect(found(source, 'NAMES = {"Linear": 1}\n')).toEqual(['TSP101 safe'])
})

test('an attribute that only another module assigns may be the layer that it was given', () => {
  const wrapper = 'class W:\n    def __init__(self, layer):\n        self.layer = layer\n'
  expect(found(`from utils import W\n${up}w = W(up)\nn = w.layer.stride[0]\n`, wrapper)).toEqual([
    'TSP101 unsafe',
    'TSP305 -',
  ])
})

test.each([
  ['a property', '@property\n    def layer(self):\n        return self.up', 'self.layer'],
  ['a method', 'def layer(self):\n        return self.up', 'self.layer()'],
  ['a method that is given the name', 'def layer(self, name):\n        return getattr(self, name)', 'self.layer("up")'],
])('%s of a base class in another module may give the layer back', (_, method, layer) => {
  const base = `class B(nn.Module):\n    ${method}\n`
  const source = `from utils import B\n${net.replace('nn.Module', 'B')}    def size(self):\n        return ${layer}.stride[0]\n`
  expect(found(source, base)).toEqual(['TSP101 unsafe', 'TSP305 -'])
  const other = 'class B(nn.Module):\n    def other(self):\n        return self.up\n'
  expect(found(source, other)).toEqual(['TSP101 safe'])
})

test.each([
  ['made by functools.partial', 'f(up)', 'def g(n, m):\n    return m.stride[0]\nf = functools.partial(g, 1)\n'],
  ['with the layer by name', 'f(m=up)', 'def g(n, m):\n    return m.stride[0]\nf = functools.partial(g, n=1)\n'],
])('a function of another module %s reads the layer', (_, call, body) => {
  expect(found(`from utils import f\n${up}n = ${call}\n`, `import functools\n${body}`)).toEqual(['TSP101 unsafe'])
})

test('a list of another module is filled under a name of the file', () => {
  const all = 'ALL = []\ndef f():\n    return [m.stride[0] for m in ALL]\n'
  expect(found(`import utils\nREG = utils.ALL\n${up}REG.append(up)\n`, all)).toEqual(['TSP101 unsafe'])
})

test.each([
  [
    'a model is saved',
    `from utils import B\n${net.replace('nn.Module', 'B')}`,
    'def save(m):\n    return m.state_dict()\nclass B(nn.Module):\n    def save(self):\n        model = self.inner if hasattr(self, "inner") else self\n        return save(model)\n',
  ],
  [
    'a table is only by other classes',
    `from utils import f\n${up}f(up)\n`,
    'T = {nn.Conv1d: 1}\ndef f(m):\n    return T.get(type(m))\n',
  ],
  [
    'a table is read',
    `from utils import ALL\n${up}n = ALL.index(3)\n`,
    'ALL = []\ndef f():\n    return [m.stride[0] for m in ALL]\n',
  ],
  [
    'a function makes another one that reads another thing',
    `from utils import make\n${up}f = make()\nf(up)\n`,
    'def make():\n    def f(m):\n        return m.shape[0]\n    return f\n',
  ],
])('a fix stays safe where %s', (_, source, body) => {
  expect(found(source, body)).toEqual(['TSP101 safe'])
})

test('and a class test of the file’s own changes with it', () => {
  const own = 'def f():\n    def init(m):\n        return isinstance(m, nn.ConvTranspose1d)\n    up.apply(init)\n'
  expect(found(`from utils import *\n${up}${own}`, '')).toEqual(['TSP101 safe', 'TSP301 safe'])
})

test('one place is named where several hand the layer to the same function', () => {
  const loader = { path: '/r/model.py', read: (path: string) => (path === '/r/utils.py' ? `${head}${tested}` : null) }
  const [fixed] = checker.check(`${head}from utils import init\n${up}init(up)\ninit(up)\nup.apply(init)\n`, {}, loader)
  expect(fixed?.notes.filter(({ message }) => message.id === 'layer.handed-on')).toHaveLength(1)
})
