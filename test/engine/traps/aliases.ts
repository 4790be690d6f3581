import { judgement, safe, type Trap, trap } from './trap.ts'

/** Calls through another name. */
export const aliasTraps: readonly Trap[] = [
  trap('alias', safe, 'import torch.nn as nn\nUp = nn.ConvTranspose1d\nup = §Up(4, 4, 3)'),
  trap(
    'alias of its own name',
    safe,
    'import torch.nn as nn\nConvTranspose1d = nn.ConvTranspose1d\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap('annotated alias', safe, 'import torch.nn as nn\nUp: type = nn.ConvTranspose1d\nup = §Up(4, 4, 3)', judgement),
  trap(
    'alias in a function',
    safe,
    'import torch.nn as nn\ndef build():\n    Up = nn.ConvTranspose1d\n    return §Up(4, 4, 3)',
  ),
  trap(
    'alias of the module',
    safe,
    'import torch\nlayers = torch.nn\nup = layers.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('alias of torch', safe, 'import torch\nT = torch\nup = T.nn.§ConvTranspose1d(4, 4, 3)', judgement),
  trap(
    'alias in a class body, used there',
    safe,
    'import torch.nn as nn\nclass Net:\n    Up = nn.ConvTranspose1d\n    up = §Up(4, 4, 3)',
  ),
  trap(
    'alias in a class body, not seen from its methods',
    'silent',
    `
    import torch.nn as nn
    Up = nn.Conv1d
    class Net:
        Up = nn.ConvTranspose1d
        def build(self):
            return §Up(4, 4, 3)
    `,
  ),
  trap(
    'alias in a class body, used through self',
    'possible',
    `
    import torch.nn as nn
    class Net:
        Up = nn.ConvTranspose1d
        def build(self):
            return self.§Up(4, 4, 3)
    `,
    judgement,
  ),
  trap('alias rebound', 'silent', 'import torch.nn as nn\nUp = nn.ConvTranspose1d\nUp = nn.Conv1d\nup = §Up(4, 4, 3)'),
  trap(
    'alias rebound after',
    safe,
    'import torch.nn as nn\nUp = nn.ConvTranspose1d\nup = §Up(4, 4, 3)\nUp = nn.Conv1d',
  ),
  trap(
    'alias rebound after a function',
    'possible',
    'import torch.nn as nn\nUp = nn.ConvTranspose1d\ndef build():\n    return §Up(4, 4, 3)\nUp = nn.Conv1d',
  ),
  trap(
    'module rebound after the alias',
    safe,
    'import torch.nn as nn\nUp = nn.ConvTranspose1d\nnn = object()\nup = §Up(4, 4, 3)',
  ),
  trap(
    'module rebound before the alias',
    'silent',
    'import torch.nn as nn\nnn = object()\nUp = nn.ConvTranspose1d\nup = §Up(4, 4, 3)',
    judgement,
  ),
  trap(
    'torch imported after the alias of another library',
    'silent',
    'import mlx.nn as nn\nUp = nn.ConvTranspose1d\nimport torch.nn as nn\nup = §Up(4, 4, 3)',
  ),
  trap(
    'alias under a condition',
    'possible',
    'import torch.nn as nn\nUp = nn.Conv1d\nif causal:\n    Up = nn.ConvTranspose1d\nup = §Up(4, 4, 3)',
  ),
  trap(
    'alias on two branches',
    'possible',
    'import torch.nn as nn\nif causal:\n    Up = nn.ConvTranspose1d\nelse:\n    Up = nn.Conv1d\nup = §Up(4, 4, 3)',
  ),
  trap(
    'alias on both branches',
    safe,
    'import torch\nimport torch.nn as nn\nif causal:\n    Up = nn.ConvTranspose1d\nelse:\n    Up = torch.nn.ConvTranspose1d\nup = §Up(4, 4, 3)',
    judgement,
  ),
  trap(
    'conditional alias',
    'possible',
    'import torch.nn as nn\nUp = nn.ConvTranspose1d if causal else nn.Conv1d\nup = §Up(4, 4, 3)',
    judgement,
  ),
  trap(
    'conditional module',
    'possible',
    'import torch.nn\nimport mlx.nn\nnn = torch.nn if use_torch else mlx.nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('a method of a layer', 'silent', 'import torch.nn as nn\nUp = nn.Conv1d(4, 4, 3).forward\nup = §Up(x)'),
  trap(
    'call of a subclass',
    'silent',
    'import torch.nn as nn\nclass Up(nn.ConvTranspose1d):\n    pass\nup = §Up(4, 4, 3)',
  ),
]
