import { judgement, safe, type Trap, trap } from './trap.ts'

/** Ways in which torch's class gets its name, and imports that only look like one. */
export const importTraps: readonly Trap[] = [
  trap('import torch.nn as nn', safe, 'import torch.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap('from torch import nn', safe, 'from torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap('import torch', safe, 'import torch\nup = torch.nn.§ConvTranspose1d(4, 4, 3)'),
  trap('import torch.nn', safe, 'import torch.nn\nup = torch.nn.§ConvTranspose1d(4, 4, 3)'),
  trap('import torch as t', safe, 'import torch as t\nup = t.nn.§ConvTranspose1d(4, 4, 3)'),
  trap('from torch import nn as tnn', safe, 'from torch import nn as tnn\nup = tnn.§ConvTranspose1d(4, 4, 3)'),
  trap('torch.nn under the name of torch', safe, 'import torch.nn as torch\nup = torch.§ConvTranspose1d(4, 4, 3)'),
  trap('from torch.nn import the class', safe, 'from torch.nn import ConvTranspose1d\nup = §ConvTranspose1d(4, 4, 3)'),
  trap('the class under another name', safe, 'from torch.nn import ConvTranspose1d as X\nup = §X(4, 4, 3)'),
  trap('from torch.nn.modules.conv', safe, 'from torch.nn.modules.conv import ConvTranspose1d as X\nup = §X(4, 4, 3)'),
  trap('from torch.nn.modules', safe, 'from torch.nn.modules import conv\nup = conv.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'torch.nn.modules.conv in full',
    safe,
    'import torch.nn.modules.conv\nup = torch.nn.modules.conv.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'torch.nn.modules.conv under a name',
    safe,
    'import torch.nn.modules.conv as nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('modules of torch.nn', safe, 'from torch.nn import modules\nup = modules.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'a module beside torch.nn binds torch',
    safe,
    'import torch.utils.data\nup = torch.nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'a module beside torch.nn under a name does not bind torch',
    'possible',
    'import torch.nn.functional as F\nup = torch.nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('star import of torch.nn', safe, 'from torch.nn import *\nup = §ConvTranspose1d(4, 4, 3)'),
  trap(
    'star import of torch.nn.modules.conv',
    safe,
    'from torch.nn.modules.conv import *\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'star import of the unknown before',
    safe,
    'from layers import *\nfrom torch.nn import *\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'star import of the unknown after',
    'possible',
    'from torch.nn import *\nfrom layers import *\nup = §ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'star import of the unknown after nn',
    'possible',
    'import torch.nn as nn\nfrom .layers import *\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'star import after the call at module level',
    safe,
    'import torch.nn as nn\nup = nn.§ConvTranspose1d(4, 4, 3)\nfrom layers import *',
  ),
  trap(
    'star import before a function is called',
    'possible',
    `
    import torch.nn as nn
    def build():
        return nn.§ConvTranspose1d(4, 4, 3)
    from layers import *
    `,
  ),
  trap(
    'star import of the unknown alone',
    'possible',
    'from layers import *\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    'star import of torch does not bring nn',
    safe,
    'import torch.nn as nn\nfrom torch import *\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap(
    'star import of the standard library',
    safe,
    'import torch.nn as nn\nfrom math import *\nup = nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('no import at all', 'possible', 'up = nn.§ConvTranspose1d(4, 4, 3)', judgement),
  trap('relative import of nn', 'possible', 'from .layers import nn\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap('relative import of torch', 'possible', 'from . import torch\nup = torch.nn.§ConvTranspose1d(4, 4, 3)'),
  trap('relative import of the class', 'possible', 'from .conv import ConvTranspose1d\nup = §ConvTranspose1d(4, 4, 3)'),
  trap('unknown module', 'possible', 'from mylib.compat import nn\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap('unknown module named nn', 'possible', 'import nn\nup = nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'a known module under the name of the unknown',
    safe,
    'import nn\nfrom torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'two spellings of torch',
    safe,
    'import torch.nn as nn\nfrom torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'torch and its submodule both imported',
    safe,
    'import torch\nimport torch.nn\nimport torch.nn.functional\nup = torch.nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'imported by importlib',
    safe,
    'import importlib\nnn = importlib.import_module("torch.nn")\nup = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'imported by pytest',
    'possible',
    'import pytest\ntorch = pytest.importorskip("torch")\nup = torch.nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('__import__', safe, 'up = __import__("torch").nn.§ConvTranspose1d(4, 4, 3)'),
  trap(
    'fallback None',
    safe,
    `
    try:
        import torch.nn as nn
    except ImportError:
        nn = None
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'fallback None for a ModuleNotFoundError',
    safe,
    `
    try:
        from torch.nn import ConvTranspose1d
    except ModuleNotFoundError:
        ConvTranspose1d = None
    up = §ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'fallback raises',
    safe,
    `
    try:
        import torch
    except ImportError as error:
        raise RuntimeError("install torch") from error
    def build(k):
        return torch.nn.§ConvTranspose1d(4, 4, k)
    `,
  ),
  trap(
    'fallback passes',
    safe,
    `
    try:
        import torch
        HAS_TORCH = True
    except ImportError:
        HAS_TORCH = False
    if HAS_TORCH:
        up = torch.nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'fallback to another library',
    'possible',
    `
    try:
        import torch.nn as nn
    except ImportError:
        import mindspore.nn as nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'torch as the fallback',
    'possible',
    `
    try:
        import mlx.nn as nn
    except ImportError:
        import torch.nn as nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'fallback class',
    'possible',
    `
    try:
        from torch import nn
    except ImportError:
        class nn:
            ConvTranspose1d = dict
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'imported in the else of a try',
    safe,
    `
    try:
        import torch
    except ImportError:
        torch = None
    else:
        import torch.nn as nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'a None that is no fallback',
    'possible',
    `
    import os
    import torch.nn as nn
    if os.environ.get("NO_TORCH"):
        nn = None
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'suppressed ImportError',
    safe,
    `
    import contextlib
    with contextlib.suppress(ImportError):
        import torch.nn as nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'imported for type checkers only',
    'possible',
    `
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        import torch.nn as nn
    def build():
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'imported for type checkers, and where it is used',
    safe,
    `
    import typing
    if typing.TYPE_CHECKING:
        import torch.nn as nn
    def build():
        import torch.nn as nn
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'another library at run time',
    'silent',
    `
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        import torch.nn as nn
    else:
        import mlx.nn as nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'torch at run time',
    safe,
    `
    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        from stubs import nn
    else:
        from torch import nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'one library or another',
    'possible',
    `
    import sys
    if "paddle" in sys.modules:
        import paddle.nn as nn
    else:
        import torch.nn as nn
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
  trap(
    'torch under a condition',
    safe,
    `
    import os
    if os.environ.get("USE_TORCH"):
        import torch.nn as nn
        up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    { has: ['import mindspore', 'Conv1dTranspose('], judgement: true },
  ),
  trap(
    'imported inside the function',
    safe,
    `
    def build(k):
        import torch.nn as nn
        return nn.§ConvTranspose1d(4, 4, k)
    `,
  ),
  trap(
    'imported inside another function',
    'possible',
    `
    def load():
        import torch.nn as nn
        return nn
    def build():
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
    judgement,
  ),
  trap(
    'imported as a global by a function',
    safe,
    `
    def load():
        global nn
        import torch.nn as nn
    def build():
        load()
        return nn.§ConvTranspose1d(4, 4, 3)
    `,
  ),
]
