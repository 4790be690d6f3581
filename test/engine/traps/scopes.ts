import { judgement, safe, type Trap, trap } from './trap.ts'

/** Which scope a name belongs to. */
export const scopeTraps: readonly Trap[] = [
  trap('parameter nn', 'silent', 'import torch.nn as nn\ndef build(nn):\n    return nn.§ConvTranspose1d(4, 4, 3)'),
  trap('parameter torch', 'silent', 'import torch\ndef build(torch):\n    return torch.nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'keyword-only parameter',
    'silent',
    'import torch.nn as nn\ndef build(*, nn):\n    return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'positional-only parameter',
    'silent',
    'import torch.nn as nn\ndef build(nn, /):\n    return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'starred parameter',
    'silent',
    'import torch.nn as nn\ndef build(*nn):\n    return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'annotated parameter',
    'silent',
    'import torch.nn as nn\ndef build(nn: object):\n    return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'parameter with the class as default',
    'possible',
    'import torch.nn as nn\ndef build(Up=nn.ConvTranspose1d):\n    return §Up(4, 4, 3)',
    judgement,
  ),
  trap(
    'parameter with the module as default',
    'possible',
    'import torch.nn as nn\ndef build(nn=nn):\n    return nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('parameter of a lambda', 'silent', 'import torch.nn as nn\nmake = lambda nn: nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'parameter of a lambda with the module as default',
    'possible',
    'import torch.nn as nn\nmake = lambda nn=nn: nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    'call in a default, before the parameter is bound',
    safe,
    'import torch.nn as nn\ndef build(nn=nn.§ConvTranspose1d(4, 4, 3)):\n    return nn',
  ),
  trap('call in a lambda default', safe, 'import torch.nn as nn\nmake = lambda nn=nn.§ConvTranspose1d(4, 4, 3): nn'),
  trap(
    'call in a decorator, before the name is bound',
    safe,
    `
    import torch.nn as nn
    @register(nn.§ConvTranspose1d(4, 4, 3))
    def nn():
        pass
    `,
  ),
  trap(
    'call in a class header',
    safe,
    'import torch.nn as nn\nclass Net(Base, up=nn.§ConvTranspose1d(4, 4, 3)):\n    nn = None',
  ),
  trap(
    'decorated function',
    safe,
    `
    import functools
    import torch.nn as nn
    @functools.lru_cache
    def build(k):
        return nn.§ConvTranspose1d(4, 4, k)
    `,
  ),
  trap(
    'parameter of the outer function',
    'silent',
    `
    import torch.nn as nn
    def outer(nn):
        def inner():
            return nn.§ConvTranspose1d(4, 4, 3)
        return inner
    `,
  ),
  trap(
    'import of the outer function',
    safe,
    `
    import mlx.nn as nn
    def outer():
        import torch.nn as nn
        def inner():
            return nn.§ConvTranspose1d(4, 4, 3)
        return inner
    `,
  ),
  trap(
    'import of the inner function',
    'silent',
    `
    import mlx.nn as nn
    def outer():
        def inner():
            import torch.nn as nn
            return nn
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'class scope is not seen from its methods',
    safe,
    `
    import torch.nn as nn
    class Net:
        nn = None
        def build(self):
            return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    "torch in the class, another library's in the module",
    'silent',
    `
    import mlx.nn as nn
    class Net:
        import torch.nn as nn
        def build(self):
            return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'torch in the class alone',
    'possible',
    `
    class Net:
        import torch.nn as nn
        def build(self):
            return nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'class scope is seen from its body',
    'silent',
    'import torch.nn as nn\nclass Net:\n    nn = object()\n    up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'class body before its own binding reads the global',
    safe,
    'import torch.nn as nn\nclass Net:\n    up = nn.§ConvTranspose1d(4, 4, 3)\n    nn = None',
  ),
  trap(
    'class body with a binding under a condition',
    'possible',
    `
    import torch.nn as nn
    class Net:
        if FAST:
            nn = object()
        up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'class scope is not seen from a nested class',
    safe,
    `
    import torch.nn as nn
    class Net:
        nn = object()
        class Block:
            up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'class scope is not seen from a lambda',
    safe,
    'import torch.nn as nn\nclass Net:\n    nn = None\n    make = lambda self: nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    "class scope is not seen from a comprehension's element",
    safe,
    `
    import torch.nn as nn
    class Net:
        nn = object()
        ups = [nn.§ConvTranspose1d(4, 4, k) for k in (3, 5)]
    `,
  ),
  trap(
    "class scope is seen from a comprehension's first iterable",
    'silent',
    `
    import torch.nn as nn
    class Net:
        nn = object()
        ups = [up for up in [nn.§ConvTranspose1d(4, 4, 3)]]
    `,
  ),
  trap(
    'comprehension target',
    'silent',
    'import torch.nn as nn\nups = [nn.§ConvTranspose1d(4, 4, 3) for nn in libraries]',
  ),
  trap(
    'comprehension target in a later clause',
    'silent',
    'import torch.nn as nn\nups = [nn.§ConvTranspose1d(4, 4, 3) for group in groups for _, nn in group]',
  ),
  trap(
    "comprehension's first iterable is outside of it",
    safe,
    'import torch.nn as nn\nups = [nn for nn in [nn.§ConvTranspose1d(4, 4, 3)]]',
  ),
  trap(
    "comprehension's second iterable is inside of it",
    'silent',
    'import torch.nn as nn\nups = [up for nn in libraries for up in [nn.§ConvTranspose1d(4, 4, 3)]]',
  ),
  trap(
    'comprehension target ends with it',
    safe,
    'import torch.nn as nn\nnames = [nn for nn in libraries]\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'dictionary comprehension',
    'silent',
    'import torch.nn as nn\nups = {name: nn.§ConvTranspose1d(4, 4, 3) for name, nn in libraries.items()}',
  ),
  trap(
    'walrus in a comprehension binds outside',
    'possible',
    'import torch.nn as nn\nlast = [(nn := library) for library in libraries]\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('walrus', 'silent', 'import torch.nn as nn\nprint(nn := object())\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'walrus in a condition',
    'silent',
    'import torch.nn as nn\nif (nn := find()):\n    up = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'walrus that may not run',
    'possible',
    'import torch.nn as nn\nready and (nn := find())\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'global rebound in a function',
    'possible',
    `
    import torch.nn as nn
    def setup():
        global nn
        import mlx.nn as nn
    def build():
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'global rebound just before',
    'possible',
    `
    import torch.nn as nn
    def build():
        global nn
        nn = object()
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'nonlocal rebound in a sibling',
    'possible',
    `
    def outer():
        import torch.nn as nn
        def setup():
            nonlocal nn
            nn = object()
        def build():
            return nn.§ConvTranspose1d(4, 4, 3)
        return setup, build
    `,
  ),
  trap(
    'nonlocal read only',
    safe,
    `
    def outer():
        import torch.nn as nn
        def build():
            nonlocal nn
            return nn.§ConvTranspose1d(4, 4, 3)
        return build
    `,
  ),
  trap(
    'global skips the outer function',
    safe,
    `
    import torch.nn as nn
    def outer(nn):
        def build():
            global nn
            return nn.§ConvTranspose1d(4, 4, 3)
        return build
    `,
  ),
  trap(
    'local before its binding',
    'silent',
    `
    import torch.nn as nn
    def build():
        up = nn.§ConvTranspose1d(4, 4, 3)
        nn = up
        return nn
    `,
    judgement,
  ),
  trap(
    'import in the function below its use',
    'silent',
    `
    import torch.nn as nn
    def build():
        up = nn.§ConvTranspose1d(4, 4, 3)
        import torch.nn as nn
        return up
    `,
    judgement,
  ),
  trap(
    'annotation without a value makes a local',
    'silent',
    `
    import torch.nn as nn
    def build():
        nn: object
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'annotation without a value binds nothing in a module',
    safe,
    'import torch.nn as nn\nnn: object\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'type parameter of a function',
    'silent',
    'import torch.nn as nn\ndef build[nn](x: nn):\n    return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'type parameter of a class is seen from its methods',
    'silent',
    `
    import torch.nn as nn
    class Net[nn]:
        def build(self):
            return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'type parameter ends with its function',
    safe,
    'import torch.nn as nn\ndef f[nn](x: nn):\n    return x\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('type statement', 'silent', 'import torch.nn as nn\ntype nn = int\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'async function',
    safe,
    `
    import torch.nn as nn
    async def build(queue):
        async for k in queue:
            yield nn.§ConvTranspose1d(4, 4, k)
    `,
  ),
]
