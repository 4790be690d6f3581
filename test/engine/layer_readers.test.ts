import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

/** `code applicability` of each finding in a file beside `utils.py`. */
function found(source: string, body: string): readonly string[] {
  const files: Readonly<Record<string, string>> = { '/r/utils.py': `import torch.nn as nn\n${body}` }
  const loader = { path: '/r/model.py', read: (path: string) => files[path] ?? null }
  const findings = checker.check(`import torch.nn as nn\n${source}`, {}, loader)
  return findings.map(({ code, fix }) => `${code} ${fix?.applicability ?? '-'}`)
}

const net = 'class N(nn.Module):\n    def __init__(self):\n        self.up = nn.ConvTranspose1d(4, 4, 3)\n'
const made = `${net}net = N()\n`
const up = 'up = nn.ConvTranspose1d(4, 4, 3)\n'
const make = 'def make():\n    return nn.ConvTranspose1d(4, 4, 3)\n'

/** What stands for the reader in each text is tried as one that goes on with something else, and as one that does not. */
test.each([
  [
    'a class that a decorator keeps',
    `from utils import keep\n@keep\n${net}`,
    'KEPT = []\ndef keep(c):\n    KEPT.append(c)\n    return c\ndef f():\n    m = KEPT[0]().up\n    return m.READ\n',
  ],
  [
    'a function that a decorator keeps',
    `from utils import keep\n@keep()\n${make}`,
    'KEPT = []\ndef keep():\n    return KEPT.append\ndef f():\n    m = KEPT[0]()\n    return m.READ\n',
  ],
  [
    'a function that makes it',
    `from utils import f\n${make}f(make)\n`,
    'def f(make):\n    m = make()\n    return m.READ\n',
  ],
  [
    'a later argument',
    `import functools\nfrom utils import f\n${up}functools.reduce(f, [up], 0)\n`,
    'def f(a, m):\n    return m.READ\n',
  ],
  [
    'what a function makes of the model',
    `from utils import f\n${made}f(net)\n`,
    'import operator\nget = operator.attrgetter("up")\ndef f(net):\n    m = get(net)\n    return m.READ\n',
  ],
  [
    'the attributes of the model',
    `from utils import f\n${made}f(vars(net))\n`,
    'def f(d):\n    return [m.READ for m in d.values()]\n',
  ],
  [
    'the attributes of the model, item by item',
    `from utils import f\n${made}f(net.__dict__)\n`,
    'def f(d):\n    for k, m in d.items():\n        print(m.READ)\n',
  ],
  [
    'a list of another class',
    `from utils import Ups\n${up}ups = Ups()\nups.add(up)\n`,
    'class Ups(list):\n    def add(self, m):\n        self.append(m.READ)\n',
  ],
  [
    'a field of a dataclass',
    `from utils import C\n${up}C(1, up).size()\n`,
    'import dataclasses\n@dataclasses.dataclass\nclass C:\n    n: int\n    m: object\n    def size(self):\n        return self.m.READ\n',
  ],
  [
    'a function that is given it with another function',
    `from utils import bind\n${made}bind(net)()\n`,
    'import functools\ndef f(x, net):\n    return net.up.READ\ndef bind(net):\n    return functools.partial(f, 1, net)\n',
  ],
  [
    'an attribute of the base class',
    `from utils import B\n${made.replace('nn.Module', 'B')}`,
    'class B(nn.Module):\n    kept = None\n    def keep(self):\n        B.kept = self.up\n    @staticmethod\n    def f():\n        m = B.kept\n        return m.READ\n',
  ],
  ['a function in a list', `from utils import f\n${up}[f][0](up)\n`, 'def f(m):\n    return m.READ\n'],
])('%s brings the layer to a reader', (_, source, body) => {
  expect(found(source, body.replace('READ', 'stride[0]'))).toEqual(['TSP101 unsafe'])
  expect(found(source, body.replace('READ', 'in_channels'))).toEqual(['TSP101 safe'])
})

test('what is kept in a variable of another module may be read anywhere', () => {
  expect(found(`import utils\n${made}utils.NET = net\n`, 'NET = None\n')).toEqual(['TSP101 unsafe'])
  expect(found(`import utils\n${up}utils.UP = up\n`, 'UP = None\n')).toEqual(['TSP101 unsafe'])
  expect(found(`import utils\n${up}utils.SIZE = 4\n`, 'SIZE = 1\n')).toEqual(['TSP101 safe'])
})
