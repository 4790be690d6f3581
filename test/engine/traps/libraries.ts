import { judgement, safe, type Trap, trap } from './trap.ts'

/** Modules of the same shape that are not torch. */
const others: readonly (readonly [statement: string, callee: string])[] = [
  ['import mlx.nn as nn', 'nn.§ConvTranspose1d'],
  ['from mlx import nn', 'nn.§ConvTranspose1d'],
  ['import paddle.nn as nn', 'nn.§ConvTranspose1d'],
  ['from paddle import nn', 'nn.§ConvTranspose1d'],
  ['import mindtorch.torch as torch', 'torch.nn.§ConvTranspose1d'],
  ['from mindtorch import torch', 'torch.nn.§ConvTranspose1d'],
  ['import mindtorch.torch.nn as nn', 'nn.§ConvTranspose1d'],
  ['import mindspore.nn as nn', 'nn.§ConvTranspose1d'],
  ['from mindspore import nn', 'nn.§ConvTranspose1d'],
  ['from mindspore.mint import nn', 'nn.§ConvTranspose1d'],
  ['from tinygrad import nn', 'nn.§ConvTranspose1d'],
  ['import cached_conv as cc', 'cc.§ConvTranspose1d'],
  ['from cached_conv import ConvTranspose1d', '§ConvTranspose1d'],
  ['import jittor.nn as nn', 'nn.§ConvTranspose1d'],
  ['import oneflow as torch', 'torch.nn.§ConvTranspose1d'],
  ['import flax.linen as nn', 'nn.§ConvTranspose1d'],
]

const elsewhere: readonly Trap[] = others.map(([statement, callee]) =>
  trap(`${statement}: ${callee}`, 'silent', `${statement}\nup = ${callee}(4, 4, 3)`),
)

export const libraryTraps: readonly Trap[] = [
  ...elsewhere,
  trap('MSAdapter', 'silent', 'import msadapter.pytorch.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)', judgement),
  trap(
    "torch's quantized class",
    'silent',
    'import torch.ao.nn.quantized as nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    "torch's quantized class by its old path",
    'silent',
    'import torch\nup = torch.nn.quantized.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('the lazy class', 'silent', 'from torch import nn\nup = nn.§LazyConvTranspose1d(4, 3)'),
  trap('the neighbour class', 'silent', 'from torch import nn\nup = nn.§ConvTranspose2d(4, 4, 3)'),
  trap(
    'a class of the standard library',
    'silent',
    'from types import SimpleNamespace as nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    'torch, then another library',
    'silent',
    'import torch.nn as nn\nimport mlx.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'another library, then torch',
    safe,
    'import mlx.nn as nn\nimport torch.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('both in one statement', 'silent', 'import torch.nn as nn, mlx.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap('star import of another library', 'silent', 'from mlx.nn import *\nup = §ConvTranspose1d(4, 4, 3)', judgement),
  trap(
    'both side by side',
    safe,
    'import torch.nn as nn\nimport mlx.nn as mnn\nups = [mnn.Conv1d(4, 4, 3), nn.§ConvTranspose1d(4, 4, 3)]',
  ),
  trap('local class', 'silent', 'class ConvTranspose1d:\n    pass\nup = §ConvTranspose1d(4, 4, 3)'),
  trap(
    'local class over a star import',
    'silent',
    'from torch.nn import *\nclass ConvTranspose1d(Module):\n    pass\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    "subclass of torch's under its name",
    'silent',
    'from torch import nn\nclass ConvTranspose1d(nn.ConvTranspose1d):\n    pass\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'local function',
    'silent',
    'from torch.nn import *\ndef ConvTranspose1d(*args):\n    return args\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'local class under the name of the module',
    'silent',
    'from torch import nn\nclass nn:\n    ConvTranspose1d = dict\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'local function under the name of the module',
    'silent',
    'from torch import nn\ndef nn():\n    pass\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'method of the same name',
    'silent',
    `
    from torch import nn
    class Factory:
        def ConvTranspose1d(self, *args):
            return args
        def build(self):
            return self.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'attribute of self that may be any module',
    'possible',
    `
    class Net:
        def build(self):
            return self.nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap('result of a call that may be any module', 'possible', 'up = backend().§ConvTranspose1d(4, 4, 3)', judgement),
]
