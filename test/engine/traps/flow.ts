import { judgement, safe, type Trap, trap } from './trap.ts'

/** Which bindings reach the call. */
export const flowTraps: readonly Trap[] = [
  trap('rebound before', 'silent', 'import torch.nn as nn\nnn = object()\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap('rebound after', safe, 'import torch.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)\nnn = None'),
  trap(
    'rebound after a function',
    'possible',
    'import torch.nn as nn\ndef build():\n    return nn.§ConvTranspose1d(4, 4, 3)\nnn = object()',
  ),
  trap(
    'rebound before a function',
    'silent',
    'import torch.nn as nn\nnn = object()\ndef build():\n    return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound after a lambda',
    'possible',
    'import torch.nn as nn\nmake = lambda: nn.§ConvTranspose1d(4, 4, 3)\nnn = object()',
  ),
  trap(
    'rebound after a list comprehension',
    safe,
    'import torch.nn as nn\nups = [nn.§ConvTranspose1d(4, 4, k) for k in (3, 5)]\nnn = object()',
  ),
  trap(
    'rebound after a generator that runs later',
    'possible',
    'import torch.nn as nn\nups = (nn.§ConvTranspose1d(4, 4, k) for k in (3, 5))\nnn = object()\nups = list(ups)',
    judgement,
  ),
  trap(
    'rebound after a method',
    'possible',
    `
    import torch.nn as nn
    class Net:
        def build(self):
            return nn.§ConvTranspose1d(4, 4, 3)
    if __name__ == "__main__":
        nn = object()
    `,
  ),
  trap(
    'rebound under a condition',
    'possible',
    'import torch.nn as nn\nif DEBUG:\n    nn = object()\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound on both branches',
    'silent',
    'import torch.nn as nn\nif DEBUG:\n    nn = object()\nelse:\n    nn = dict()\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound on the other branch',
    safe,
    'import torch.nn as nn\nif DEBUG:\n    nn = object()\nelse:\n    up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound on a branch that leaves',
    safe,
    `
    import torch.nn as nn
    if DEBUG:
        nn = None
        raise SystemExit
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'rebound on a branch that returns',
    safe,
    `
    def build(fast):
        import torch.nn as nn
        if fast:
            nn = object()
            return nn
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'rebound later in the loop',
    'possible',
    `
    import torch.nn as nn
    for k in (3, 5):
        up = nn.§ConvTranspose1d(4, 4, k)
        nn = object()
    `,
  ),
  trap(
    'rebound in a while loop above',
    'possible',
    `
    import torch.nn as nn
    while pending():
        nn = object()
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'rebound in a try',
    'possible',
    `
    import torch.nn as nn
    try:
        nn = find()
    except ValueError:
        pass
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'rebound in a finally',
    'silent',
    `
    import torch.nn as nn
    try:
        work()
    finally:
        nn = object()
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'rebound by a for loop',
    'silent',
    'import torch.nn as nn\nfor nn in libraries:\n    up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound by a for loop above, which may be empty',
    'possible',
    'import torch.nn as nn\nfor nn in libraries:\n    pass\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound by a tuple of targets',
    'silent',
    'import torch.nn as nn\nfor i, (nn, k) in enumerate(pairs):\n    up = nn.§ConvTranspose1d(4, 4, k)',
  ),
  trap(
    "the loop's own iterable comes first",
    safe,
    'import torch.nn as nn\nfor nn in [nn.§ConvTranspose1d(4, 4, 3)]:\n    pass',
  ),
  trap(
    'rebound by with',
    'silent',
    'import torch.nn as nn\nwith library() as nn:\n    up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound by with, in a tuple',
    'silent',
    'import torch.nn as nn\nwith (library() as (nn, version), lock()):\n    up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'after with',
    'silent',
    'import torch.nn as nn\nwith library() as nn:\n    pass\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'rebound by except',
    'silent',
    `
    import torch.nn as nn
    try:
        work()
    except ValueError as nn:
        up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'an exception ends with its clause',
    safe,
    `
    import torch.nn as nn
    try:
        work()
    except ValueError as nn:
        pass
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap('deleted', 'silent', 'import torch.nn as nn\ndel nn\nup = nn.§ConvTranspose1d(4, 4, 3)', judgement),
  trap(
    'deleted under a condition',
    safe,
    'import torch.nn as nn\nif DEBUG:\n    del nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    'deleted and imported again',
    safe,
    'import mlx.nn as nn\ndel nn\nimport torch.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'annotated assignment',
    'silent',
    'import torch.nn as nn\nnn: object = find()\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('augmented assignment', 'silent', 'import torch.nn as nn\nnn += 1\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'chained assignment',
    'silent',
    'import torch.nn as nn\nlibrary = nn = object()\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'tuple assignment',
    'silent',
    'import torch.nn as nn\nnn, version = object(), 1\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'starred assignment',
    'silent',
    'import torch.nn as nn\nfirst, *nn = libraries\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'assignment to a subscript is none',
    safe,
    'import torch.nn as nn\ntable[nn] = 1\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'assignment to an attribute of the same name is none',
    safe,
    'import torch.nn as nn\nself.nn = 1\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'keyword of the same name is no assignment',
    safe,
    'import torch.nn as nn\nconfigure(nn=None)\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('assignment to itself', safe, 'import torch.nn as nn\nnn = nn\nup = nn.§ConvTranspose1d(4, 4, 3)', judgement),
  trap(
    'match captures',
    'silent',
    'import torch.nn as nn\nmatch library:\n    case nn:\n        up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'match captures with as',
    'silent',
    'import torch.nn as nn\nmatch library:\n    case int() | str() as nn:\n        up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'match captures in a sequence',
    'silent',
    'import torch.nn as nn\nmatch library:\n    case [first, *nn]:\n        up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'match captures in a mapping',
    'silent',
    'import torch.nn as nn\nmatch library:\n    case {"name": str(), **nn}:\n        up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'match captures a keyword of a class',
    'silent',
    'import torch.nn as nn\nmatch library:\n    case Library(module=nn):\n        up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'match against a value binds nothing',
    safe,
    'import torch.nn as nn\nmatch library:\n    case nn.Module:\n        up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'match that may not have matched',
    'possible',
    'import torch.nn as nn\nmatch library:\n    case [nn]:\n        pass\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'patched class',
    'possible',
    'import torch.nn as nn\nnn.ConvTranspose1d = dict\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'patched class by another name of the module',
    'possible',
    'import torch\nfrom torch import nn\ntorch.nn.ConvTranspose1d = dict\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'patched by setattr',
    'possible',
    'import torch.nn as nn\nsetattr(nn, "ConvTranspose1d", dict)\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    'patched in a function',
    'possible',
    'import torch.nn as nn\ndef patch():\n    nn.ConvTranspose1d = dict\npatch()\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('patched module', 'possible', 'import torch\ntorch.nn = object()\nup = torch.nn.§ConvTranspose1d(4, 4, 3)'),
  trap('another class patched', safe, 'import torch.nn as nn\nnn.Conv1d = dict\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'an attribute of the layer, not of the module',
    safe,
    'import torch.nn as nn\nnet.ConvTranspose1d = nn.§ConvTranspose1d(4, 4, 3)',
  ),
]
