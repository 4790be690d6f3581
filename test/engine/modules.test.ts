import { expect, test } from 'vitest'
import { checker } from '../checker.ts'
import { casesIn, type Files, said } from './said.ts'

const torch = 'import torch.nn as nn\n'
const layers = `${torch}Up = nn.ConvTranspose1d\nDown = nn.Conv1d\n`
const pkg: Files = { '/r/pkg/__init__.py': '', '/r/pkg/layers.py': layers }

const cases = casesIn('', pkg)

cases('relative imports', [
  ['from .layers import Up', 'exact', 'from .layers import Up\n§Up(4, 4, 3)\n'],
  ['the other class', 'silent', 'from .layers import Down\n§Down(4, 4, 3)\n'],
  ['under another name', 'exact', 'from .layers import Up as U\n§U(4, 4, 3)\n'],
  ['by an alias after it', 'exact', 'from .layers import Up\nA = Up\n§A(4, 4, 3)\n'],
  ['from . import layers', 'exact', 'from . import layers\nlayers.§Up(4, 4, 3)\n'],
  ['from . import layers as L', 'exact', 'from . import layers as L\nL.§Up(4, 4, 3)\n'],
  ['a member that is another class', 'silent', 'from . import layers as L\nL.§Down(4, 4, 3)\n'],
  ['its own nn', 'exact', 'from .common import nn\nnn.§ConvTranspose1d(4, 4, 3)\n', { '/r/pkg/common.py': torch }],
  [
    'its own nn, which is not torch',
    'silent',
    'from .common import nn\nnn.§ConvTranspose1d(4, 4, 3)\n',
    { '/r/pkg/common.py': 'import mlx.nn as nn\n# unlike torch\n' },
  ],
  [
    'a local class of the same name',
    'silent',
    'from .conv import ConvTranspose1d\n§ConvTranspose1d(4, 4, 3)\n',
    { '/r/pkg/conv.py': `${torch}class ConvTranspose1d(nn.ConvTranspose1d):\n    pass\n` },
  ],
  [
    'a function of the same name',
    'silent',
    'from .conv import ConvTranspose1d\n§ConvTranspose1d(4, 4, 3)\n',
    { '/r/pkg/conv.py': `${torch}def ConvTranspose1d(*a):\n    return nn.ConvTranspose1d(*a)\n` },
  ],
  [
    'two dots',
    'exact',
    'from .sub.deep import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/sub/__init__.py': '', '/r/pkg/sub/deep.py': 'from ..layers import Up\n' },
  ],
  [
    'three dots',
    'exact',
    'from .a.b.c import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/a/__init__.py': '', '/r/pkg/a/b/__init__.py': '', '/r/pkg/a/b/c.py': 'from ...layers import Up\n' },
  ],
  ['more dots than folders', 'silent', 'from ............... import Up\n§Up(4, 4, 3)\n'],
  [
    'no such module, the class’s own name',
    'possible',
    'from .gone import ConvTranspose1d\n§ConvTranspose1d(4, 4, 3)\n',
  ],
  ['no such module, another name', 'silent', 'from .gone import Up\n§Up(4, 4, 3)\n'],
  ['several lines', 'exact', 'from .layers import (\n    Down,\n    Up,\n)\n§Up(4, 4, 3)\n'],
  [
    'imported over several lines there',
    'exact',
    'from .more import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/more.py': 'from .layers import (\n    Down,\n    Up,\n)\n' },
  ],
])

cases('re-exports', [
  [
    'by __init__.py',
    'exact',
    'from .sub import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/sub/__init__.py': 'from ..layers import Up\n' },
  ],
  [
    'by __init__.py from a module of several lines',
    'exact',
    'from .sub import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/sub/__init__.py': 'from .up import (\n    Up,\n)\n', '/r/pkg/sub/up.py': layers },
  ],
  [
    'a submodule of which the name is listed on a line of its own',
    'exact',
    'from .sub import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/sub/__init__.py': 'from . import (\n    up,\n)\nUp = up.Up\n', '/r/pkg/sub/up.py': layers },
  ],
  [
    'a backslash before the names',
    'exact',
    'from .more import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/more.py': 'from . import \\\n    layers\nUp = layers.Up\n' },
  ],
  ['star', 'exact', 'from .star import Up\n§Up(4, 4, 3)\n', { '/r/pkg/star.py': 'from .layers import *\n' }],
  ['star here', 'exact', 'from .layers import *\n§Up(4, 4, 3)\n'],
  ['star here, its module', 'exact', 'from .layers import *\nnn.§ConvTranspose1d(4, 4, 3)\n'],
  [
    '__all__ that lists it',
    'exact',
    'from .all import *\n§Up(4, 4, 3)\n',
    { '/r/pkg/all.py': `__all__ = ["Up"]\n${layers}` },
  ],
  [
    '__all__ that does not list it',
    'silent',
    'from .all import *\n§Up(4, 4, 3)\n',
    { '/r/pkg/all.py': `__all__ = ["Down"]\n${layers}` },
  ],
  [
    'star, then hidden by another star',
    'silent',
    'from .layers import *\nfrom .other import *\n§Up(4, 4, 3)\n',
    { '/r/pkg/other.py': '# ConvTranspose1d\nclass Up:\n    pass\n' },
  ],
  [
    'a private name is not given by a star',
    'silent',
    'from .private import *\n§_Up(4, 4, 3)\n',
    { '/r/pkg/private.py': `${torch}_Up = nn.ConvTranspose1d\n` },
  ],
  [
    'a cycle',
    'exact',
    'from .a import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/a.py': 'from .b import Up\nUp_a = 1\n', '/r/pkg/b.py': `from .a import Up_a\n${layers}` },
  ],
  [
    'a circle that is entered at the other end first',
    'exact',
    'from .a import x\nfrom .b import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/a.py': 'from .b import y\nfrom .layers import Up\nx = 1\n', '/r/pkg/b.py': 'from .a import Up\ny = 1\n' },
  ],
  [
    'an alias of what a module imports',
    'exact',
    'from .m import Raise\n§Raise(4, 4, 3)\n',
    { '/r/pkg/m.py': 'from .layers import Up\nRaise = Up\n' },
  ],
  [
    'a cycle without an end',
    'silent',
    'from .a import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/a.py': 'from .b import Up\n# ConvTranspose1d\n', '/r/pkg/b.py': 'from .a import Up\n' },
  ],
  [
    'a module that imports all there is from itself',
    'possible',
    'from .a import *\nnn.§ConvTranspose1d(4, 4, 3)\n',
    { '/r/pkg/a.py': `${torch}from .a import *\n` },
  ],
  [
    'modules that import all there is from each other',
    'possible',
    'from .a import *\nnn.§ConvTranspose1d(4, 4, 3)\n',
    { '/r/pkg/a.py': `${torch}from .b import *\n`, '/r/pkg/b.py': 'from .a import *\n' },
  ],
  [
    'two modules that import each other, asked from either',
    'exact',
    'from .a import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/a.py': 'from .b import x\nfrom .layers import Up\n', '/r/pkg/b.py': 'from .a import Up\nx = 1\n' },
  ],
])

cases('absolute imports', [
  ['of the same repository', 'exact', 'from pkg.layers import Up\n§Up(4, 4, 3)\n'],
  ['import as', 'exact', 'import pkg.layers as L\nL.§Up(4, 4, 3)\n'],
  ['the whole name', 'exact', 'import pkg.layers\npkg.layers.§Up(4, 4, 3)\n'],
  [
    'a module outside, the class’s own name',
    'possible',
    'from elsewhere import ConvTranspose1d\n§ConvTranspose1d(4, 4, 3)\n',
  ],
  ['a module outside, another name', 'silent', 'from elsewhere import Up\n§Up(4, 4, 3)\n'],
  ['a module outside that has nn', 'possible', 'from elsewhere import nn\nnn.§ConvTranspose1d(4, 4, 3)\n'],
])

cases('what a module does', [
  [
    'rebinds the name later',
    'silent',
    'from .m import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}Up = nn.ConvTranspose1d\nUp = nn.Conv1d\n` },
  ],
  [
    'binds it under a condition',
    'possible',
    'from .m import Up\n§Up(4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}if fast:\n    Up = nn.ConvTranspose1d\nelse:\n    Up = nn.Conv1d\n` },
  ],
  [
    'does not parse',
    'possible',
    'from .m import ConvTranspose1d\n§ConvTranspose1d(4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}ConvTranspose1d = nn.ConvTranspose1d\ndef (:\n` },
  ],
  [
    'holds a table',
    'exact',
    'from .m import table\n§table["up"](4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}table = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}\n` },
  ],
  [
    'holds a table, of which another is taken',
    'silent',
    'from .m import table\n§table["down"](4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}table = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}\n` },
  ],
  [
    'returns the class',
    'exact',
    'from .m import pick\n§pick()(4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}def pick():\n    return nn.ConvTranspose1d\n` },
  ],
  [
    'returns the class, which gets a name',
    'exact',
    'from .m import pick\nUp = pick()\n§Up(4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}def pick():\n    return nn.ConvTranspose1d\n` },
  ],
  [
    'holds a table, an item of which gets a name',
    'exact',
    'from .m import table\nUp = table["up"]\n§Up(4, 4, 3)\n',
    { '/r/pkg/m.py': `${torch}table = {"up": nn.ConvTranspose1d, "down": nn.Conv1d}\n` },
  ],
])

const other = 'class Up:\n    pass\n'
const above: Files = { '/q/models/__init__.py': '', '/q/models/layers.py': layers }
const spaces: Files = { '/r/models/layers.py': layers, '/r/models/deep/er.py': 'from ..layers import Up\n' }

casesIn('', { ...pkg, ...spaces })('folders that are packages without __init__.py', [
  ['an alias', 'exact', 'from models.layers import Up\n§Up(4, 4, 3)\n'],
  ['the other class', 'silent', 'from models.layers import Down\n§Down(4, 4, 3)\n'],
  ['the module', 'exact', 'from models import layers\nlayers.§Up(4, 4, 3)\n'],
  ['the module by its whole name', 'exact', 'import models.layers\nmodels.layers.§Up(4, 4, 3)\n'],
  ['the whole name, the other class', 'silent', 'import models.layers\nmodels.layers.§Down(4, 4, 3)\n'],
  ['the module under another name', 'exact', 'import models.layers as L\nL.§Up(4, 4, 3)\n'],
  ['by a star', 'exact', 'from models.layers import *\n§Up(4, 4, 3)\n'],
  ['one in another, with a relative import', 'exact', 'from models.deep.er import Up\n§Up(4, 4, 3)\n'],
  ['one beside, by dots', 'exact', 'from ..models.layers import Up\n§Up(4, 4, 3)\n'],
  [
    'what a function of it gives, by a name',
    'possible',
    'import makers\nup = makers.pick(1)\n§up(4, 4, 3)\n',
    { '/r/makers.py': `${torch}def pick(n):\n    return {1: nn.ConvTranspose1d, 2: nn.Conv1d}[n]\n` },
  ],
  ['no such module in it', 'silent', 'from models.gone import Up\n§Up(4, 4, 3)\n'],
  ['a library of the name', 'silent', 'from numpy.layers import Up\n§Up(4, 4, 3)\n', { '/r/numpy/layers.py': layers }],
  [
    'a package in one',
    'exact',
    'from models.inner import Up\n§Up(4, 4, 3)\n',
    { '/r/models/inner/__init__.py': 'from ..layers import Up\n' },
  ],
])

test.each([
  ['the nearest', { '/q/r/s/models/layers.py': layers, '/q/models/layers.py': other }, 'exact'],
  ['the nearest, which has another', { '/q/r/s/models/layers.py': other, '/q/models/layers.py': layers }, 'silent'],
  ['one that has the module', { '/q/r/s/models/more.py': other, '/q/models/layers.py': layers }, 'exact'],
  ['a package before any other, wherever it is', { ...above, '/q/r/s/models/layers.py': other }, 'exact'],
] as const)('of several folders without __init__.py, %s', (_, files, expected) => {
  const net = { '/q/r/s/net.py': 'from models.layers import Up\n§Up(4, 4, 3)\n' }
  expect(said({ ...files, ...net }, '/q/r/s/net.py')).toBe(expected)
})

test.each([
  ['a package in it', { '/q/src/pkg/__init__.py': '', '/q/src/pkg/layers.py': layers }, 'exact'],
  ['a folder without __init__.py in it', { '/q/src/pkg/layers.py': layers }, 'exact'],
  [
    'one beside it comes first',
    { '/q/src/pkg/layers.py': layers, '/q/pkg/__init__.py': '', '/q/pkg/layers.py': other },
    'silent',
  ],
] as const)('of a folder src beside the tests, %s', (_, files, expected) => {
  const net = { '/q/tests/unit/test_net.py': 'from pkg.layers import Up\n§Up(4, 4, 3)\n' }
  expect(said({ ...files, ...net }, '/q/tests/unit/test_net.py')).toBe(expected)
})

test('Windows paths', () => {
  const files = {
    'C:\\r\\pkg\\__init__.py': '',
    'C:\\r\\pkg\\sub\\__init__.py': 'from ..layers import *\n',
    'C:\\r\\pkg\\layers.py': layers,
    'C:\\r\\pkg\\net.py': 'from pkg.sub import Up\n§Up(4, 4, 3)\n',
  }
  expect(said(files, 'C:\\r\\pkg\\net.py')).toBe('exact')
})

test('one snapshot is asked once for each module', () => {
  const asked: string[] = []
  const files: Files = { ...pkg, '/r/pkg/net.py': 'from .layers import Up\nUp(4, 4, 3)\n' }
  const read = (path: string) => {
    asked.push(path)
    return files[path] ?? null
  }
  for (let run = 0; run < 3; run++) checker.check(files['/r/pkg/net.py'] ?? '', {}, { path: '/r/pkg/net.py', read })
  const counts = asked.filter(path => path === '/r/pkg/layers.py').length
  expect(counts).toBeLessThan(6)
})

test('what many stars bind is found out once, though there is no room for all their trees', () => {
  const modules = 40
  const functions = Array.from(
    { length: 60 },
    (_, at) => `def f${at}(x, a=1, b=2):\n${'    x = x + a * b\n'.repeat(8)}`,
  )
  const files: Record<string, string> = {}
  for (let at = 0; at < modules; at++)
    files[`/r/pkg/m${at}.py`] = `import torch\n${functions.join('').replaceAll('def f', `def m${at}_f`)}`
  const stars = Array.from({ length: modules }, (_, at) => `from .m${at} import *\n`).join('')
  files['/r/pkg/__init__.py'] = `import torch\n${stars}`
  const uses = Array.from({ length: modules }, (_, at) => `pkg.m${at}_f3(1)\n`).join('')
  files['/r/pkg/user.py'] = `import pkg\nimport torch\ntorch.nn.ConvTranspose1d(4, 2, 3)\n${uses}`
  const asked: string[] = []
  const read = (path: string) => {
    asked.push(path)
    return files[path] ?? null
  }
  const found = checker.check(files['/r/pkg/user.py'] ?? '', {}, { path: '/r/pkg/user.py', read })
  expect(found.map(({ code }) => code)).toEqual(['TSP101'])
  // The lines are looked at once for each name that is sought.
  expect(asked.filter(path => path === '/r/pkg/m0.py').length).toBeLessThan(modules + 10)
})

test.each([
  ['on a line of its own', 'from .m import Up\n', true],
  ['behind a colon', 'if True: from .m import Up\n', true],
  ['behind a semicolon', 'import os; import pkg.m\n', true],
  ['of a module with other letters', 'from .größe import Up\n', true],
  ['of a function whose name is a part of others', 'from .m import f\n', true],
  ['of something else', 'if True: from .other import Down\n', false],
])('mayUse sees an import %s', (_, source, expected) => {
  const giving = `${layers}def f(x):\n    return nn.ConvTranspose1d\n`
  const files: Files = { '/r/pkg/__init__.py': '', '/r/pkg/m.py': giving, '/r/pkg/größe.py': giving }
  const loader = { path: '/r/pkg/net.py', read: (path: string) => files[path] ?? null }
  expect(checker.mayUse(source, loader)).toBe(expected)
})

test('handsOn tells by which names others may import the class', () => {
  const deep = "deep = {'a': {'up': Up}}\ndef both():\n    return nn.Conv1d, Up\n"
  const classes =
    'class Kinds:\n    Own = Up\n    def f(self):\n        return 1\nclass More(Kinds):\n    pass\nkinds = Kinds()\nclass Other:\n    Down = nn.Conv1d\n'
  const computed = "def made(d):\n    return getattr(nn, f'ConvTranspose{d}d')\n"
  const filled = 'late = {}\nlate["up"] = Up\nitems = []\nitems.append(Up)\nmore = {**late}\ncopied = dict(late)\n'
  const source = `${layers}${filled}${classes}${computed}table = {1: Up}\n${deep}def pick():\n    return Up\nn = 1\n`
  expect([...checker.analyse(source).handsOn].sort()).toEqual([
    'Kinds',
    'More',
    'Up',
    'both',
    'copied',
    'deep',
    'items',
    'kinds',
    'late',
    'made',
    'more',
    'pick',
    'table',
  ])
})
