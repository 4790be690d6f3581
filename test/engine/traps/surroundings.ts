import { judgement, raises, safe, type Trap, trap, unfixed } from './trap.ts'

const noMs = { lacks: ['ms.nn.Conv1dTranspose', 'import mindspore as ms\n'] } as const

/** The place that the new text has to fit into. */
export const surroundingTraps: readonly Trap[] = [
  trap(
    'local variable ms',
    safe,
    'from torch import nn\ndef build(t):\n    ms = 1000 * t\n    return nn.§ConvTranspose1d(4, 4, ms)',
    noMs,
  ),
  trap('parameter ms', safe, 'from torch import nn\ndef build(ms):\n    return nn.§ConvTranspose1d(4, 4, 3)', noMs),
  trap(
    'parameter ms of the outer function',
    safe,
    'from torch import nn\ndef outer(ms):\n    def build():\n        return nn.§ConvTranspose1d(4, 4, 3)\n    return build',
    noMs,
  ),
  trap('global ms', safe, 'from torch import nn\nms = 1000\nup = nn.§ConvTranspose1d(4, 4, 3)', noMs),
  trap(
    'global ms bound later',
    safe,
    'from torch import nn\ndef build():\n    return nn.§ConvTranspose1d(4, 4, 3)\nms = 1000',
    noMs,
  ),
  trap(
    'global ms bound in a function',
    safe,
    'from torch import nn\ndef tick():\n    global ms\n    ms = 1000\nup = nn.§ConvTranspose1d(4, 4, 3)',
    noMs,
  ),
  trap(
    'comprehension over ms',
    safe,
    'from torch import nn\nups = [nn.§ConvTranspose1d(4, 4, ms) for ms in (3, 5)]',
    noMs,
  ),
  trap('parameter ms of a lambda', safe, 'from torch import nn\nmake = lambda ms: nn.§ConvTranspose1d(4, 4, ms)', noMs),
  trap(
    'ms in the class body of the call',
    safe,
    'from torch import nn\nclass Net:\n    ms = 1000\n    up = nn.§ConvTranspose1d(4, 4, 3)',
    noMs,
  ),
  trap(
    'ms in the class body around the method',
    safe,
    'from torch import nn\nclass Net:\n    ms = 1000\n    def build(self):\n        return nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap(
    'import ms from elsewhere',
    safe,
    'from torch import nn\nfrom units import ms\nup = nn.§ConvTranspose1d(4, 4, 3)',
    noMs,
  ),
  trap(
    'mindspore is at hand',
    safe,
    'import mindspore as ms\nfrom torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { has: ['= ms.nn.Conv1dTranspose('] },
  ),
  trap(
    'mindspore under its own name',
    safe,
    'import mindspore\nfrom torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { has: ['= mindspore.nn.Conv1dTranspose('] },
  ),
  trap(
    'mindspore.nn is at hand',
    safe,
    'from mindspore import nn as msnn\nfrom torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { has: ['= msnn.Conv1dTranspose('] },
  ),
  trap(
    'local variable mindspore',
    safe,
    'import mindspore\nfrom torch import nn\ndef build(mindspore):\n    return nn.§ConvTranspose1d(4, 4, 3)',
    { lacks: ['return mindspore.nn'] },
  ),
  trap(
    'mindspore rebound',
    safe,
    'import mindspore as ms\nfrom torch import nn\nms = 1000\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { lacks: ['= ms.nn.'] },
  ),
  trap(
    'mindspore imported under a condition',
    safe,
    `
    import os
    from torch import nn
    if os.environ.get("ASCEND"):
        import mindspore as ms
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    { has: ['import mindspore', 'if os'], judgement: true },
  ),
  trap(
    'mindspore imported in another function',
    safe,
    'from torch import nn\ndef load():\n    import mindspore as ms\n    return ms\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { has: ['import mindspore', 'def load'] },
  ),
  trap(
    'mindspore imported after the call',
    safe,
    'from torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)\nimport mindspore as ms',
    { has: ['import mindspore', 'Conv1dTranspose('], judgement: true },
  ),
  trap(
    'mindspore imported for type checkers',
    safe,
    `
    from typing import TYPE_CHECKING
    from torch import nn
    if TYPE_CHECKING:
        import mindspore as ms
    up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    { has: ['import mindspore', 'if TYPE_CHECKING'], judgement: true },
  ),
  trap(
    'mindspore or None',
    safe,
    'from torch import nn\ntry:\n    import mindspore as ms\nexcept ImportError:\n    ms = None\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { lacks: ['= ms.nn.'], judgement: true },
  ),
  trap(
    'docstring and __future__ stay first',
    safe,
    '"""Net."""\nfrom __future__ import annotations\nfrom torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { has: ['"""Net."""', '__future__', 'import mindspore'] },
  ),
  trap('import and call on one line', safe, 'import torch.nn as nn; up = nn.§ConvTranspose1d(4, 4, 3)', {
    has: ['import mindspore', 'Conv1dTranspose('],
    judgement: true,
  }),
  trap(
    'import over several lines',
    safe,
    'from torch import (\n    nn,  # layers\n    optim,\n)\nup = nn.§ConvTranspose1d(4, 4, 3)',
    { has: ['optim,\n)\nimport mindspore'] },
  ),
  trap(
    'import and call in one statement',
    safe,
    `
    if __name__ == "__main__":
        import torch.nn as nn
        up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    { has: ['import mindspore', 'Conv1dTranspose('], judgement: true },
  ),
  trap(
    'import and call in one class body',
    safe,
    `
    class Net:
        import torch.nn as nn
        up = nn.§ConvTranspose1d(4, 4, 3)
    `,
    { has: ['import mindspore', 'Conv1dTranspose('], judgement: true },
  ),
  trap('inside an f-string', unfixed, 'from torch import nn\nprint(f"{nn.§ConvTranspose1d(4, 4, 3)}")'),
  trap('beside an f-string', safe, 'from torch import nn\nprint(f"{1}", nn.§ConvTranspose1d(4, 4, 3))'),
  trap('in a comment', 'silent', 'from torch import nn\n# up = nn.ConvTranspose1d(4, 4, 3)'),
  trap('in a string', 'silent', 'from torch import nn\nup = "nn.ConvTranspose1d(4, 4, 3)"'),
  trap('in a docstring', 'silent', '"""\n>>> nn.ConvTranspose1d(4, 4, 3)\n"""\nfrom torch import nn'),
  trap('in a bytes string', 'silent', 'from torch import nn\nup = b"nn.ConvTranspose1d(4, 4, 3)"'),
  trap('in the plain part of an f-string', 'silent', 'from torch import nn\nup = f"nn.ConvTranspose1d({4}, 4, 3)"'),
  trap('in a quoted annotation', 'silent', 'from torch import nn\nup: "nn.ConvTranspose1d(4, 4, 3)" = None'),
  trap('in code for eval', 'silent', 'from torch import nn\nup = eval("nn.ConvTranspose1d(4, 4, 3)")'),
  trap('beside a broken part', unfixed, 'from torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3)\n\n\nx = = 1'),
  trap(
    'duplicate keyword beside good code',
    raises,
    'from torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3, stride=2, stride=2)',
  ),
  trap('parenthesised callee', safe, 'from torch import nn\nup = (nn.§ConvTranspose1d)(4, 4, 3)', judgement),
  trap('callee over two lines', safe, 'from torch import nn\nup = (nn\n      .§ConvTranspose1d(4, 4, 3))'),
  trap('callee with a continuation', safe, 'from torch import nn\nup = nn \\\n    .§ConvTranspose1d(4, 4, 3)'),
  trap('space before the parenthesis', safe, 'from torch import nn\nup = nn . §ConvTranspose1d (4, 4, 3)'),
  trap('called at once', safe, 'from torch import nn\ny = nn.§ConvTranspose1d(4, 4, 3)(x)'),
  trap(
    'inside weight_norm',
    safe,
    'from torch import nn\nfrom torch.nn.utils import weight_norm\nup = weight_norm(nn.§ConvTranspose1d(4, 4, 3))',
  ),
  trap('moved to a device', safe, 'from torch import nn\nup = nn.§ConvTranspose1d(4, 4, 3).to("cuda")'),
  trap(
    'attribute of the same name',
    safe,
    'from torch import nn\nclass Net:\n    def __init__(self):\n        self.ConvTranspose1d = nn.§ConvTranspose1d(4, 4, 3)',
  ),
  trap('astral characters before it', safe, 'from torch import nn\nup = {"😀": nn.§ConvTranspose1d(4, 4, 3)}'),
  trap('semicolons', safe, 'from torch import nn\nx = 1; up = nn.§ConvTranspose1d(4, 4, 3); y = 2'),
  trap(
    'unreachable',
    safe,
    'from torch import nn\ndef build():\n    return None\n    return nn.§ConvTranspose1d(4, 4, 3)',
    judgement,
  ),
  trap('asserted', safe, 'from torch import nn\nassert nn.§ConvTranspose1d(4, 4, 3), "no layer"'),
]
