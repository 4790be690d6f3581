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

test('and a class test of the file’s own changes with it', () => {
  const own = 'def f():\n    def init(m):\n        return isinstance(m, nn.ConvTranspose1d)\n    up.apply(init)\n'
  expect(found(`from utils import *\n${up}${own}`, '')).toEqual(['TSP101 safe', 'TSP301 safe'])
})

test('one place is named where several hand the layer to the same function', () => {
  const loader = { path: '/r/model.py', read: (path: string) => (path === '/r/utils.py' ? `${head}${tested}` : null) }
  const [fixed] = checker.check(`${head}from utils import init\n${up}init(up)\ninit(up)\nup.apply(init)\n`, {}, loader)
  expect(fixed?.notes.filter(({ message }) => message.id === 'layer.handed-on')).toHaveLength(1)
})
