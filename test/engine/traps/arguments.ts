import { blocked, type Expect, judgement, raises, safe, type Trap, trap, unfixed, unsafe } from './trap.ts'

const composed = { code: 'TSP102', fix: 'unsafe' } as const
const same = { code: 'TSP102', fix: 'safe' } as const

/** A call in a function that has the usual names as parameters. */
function call(args: string, expect: Expect, extra: Parameters<typeof trap>[3] = {}): Trap {
  const parameters = 'ci, co, k, u, p, g, d, flag, mode, norm, device, dtype, ks, cfg, f, *args, **kwargs'
  const source = `import torch\nfrom torch import nn\n\n\ndef build(${parameters}):\n    return nn.§ConvTranspose1d(${args})`
  return trap(args.replaceAll('\n', ' '), expect, source, extra)
}

const bound: readonly Trap[] = [
  call('ci, co, k', safe, { has: ['Conv1dTranspose(ci, co, k', "pad_mode='pad'", 'has_bias=True'] }),
  call('ci, co, k, u, padding=(k - u) // 2', safe, { has: ['padding=(k - u) // 2', 'has_bias=True'] }),
  call('ci, co, k, u, p, 0, g, flag, d', safe, {
    has: ['ci, co, k, u', 'padding=p', 'group=g', 'has_bias=bool(flag)', 'dilation=d'],
  }),
  call("ci, co, k, u, p, 0, g, False, d, 'zeros', None, None", safe, { lacks: ['zeros', 'None'] }),
  call('kernel_size=k, out_channels=co, in_channels=ci', safe),
  call('ci, co, k, bias=False', safe, { has: ['has_bias=False'] }),
  call('ci, co, k, groups=ci', safe, { has: ['group=ci'] }),
  call('ci, co, k, dilation=2', safe),
  call('ci, co, k, padding=f()', safe, { has: ['padding=f()'] }),
  call('ci, co, k, padding=(q := 1)', safe, judgement),
  call('ci, co, (q := 3), padding=q // 2', safe, judgement),
  call('ci, co, k, padding=p if flag else 0', safe),
  call('ci, co, k, padding=lookup[ks[0]]', safe),
  call('ci, co, k, padding=int(k / 2)', safe),
  call('ci, co, kernel_size=k,', safe),
  call('ci, co, k  # width\n    ', safe, { has: ['# width'] }),
  call('ci, co, k,\n        output_padding=0,  # none\n    ', safe, { has: ['# none'] }),
]

const starred: readonly Trap[] = [
  call('*args', blocked('TSP206')),
  call('ci, co, k, *args', blocked('TSP206')),
  call('**kwargs', blocked('TSP206')),
  call('ci, co, k, u, bias=False, **kwargs', blocked('TSP206')),
  call('ci, co, k, *[]', blocked('TSP206')),
  call('*(ci, co, k)', blocked('TSP206')),
  call('ci, co, k, **dict(bias=False)', blocked('TSP206')),
  call('ci, co, k, **{mode: False}', blocked('TSP206')),
  call("ci, co, k, **{'bias': False, **kwargs}", blocked('TSP206')),
  call("ci, co, k, **{'bias': False}", safe, { has: ["'has_bias': False"] }),
  call("ci, co, k, **{'bias': False}, **{'stride': u}", safe),
  call("ci, co, k, bias=True, **{'bias': False}", raises),
  call("*args, padding_mode='reflect'", raises, judgement),
]

const raising: readonly Trap[] = [
  call('', raises),
  call('ci, co', raises),
  call('ci, co, stride=u', raises),
  call('ci, co, k, kernel_size=k', raises),
  call('ci, co, k, bias=True, bias=False', raises),
  call('ci, co, k, kernal_size=3', raises),
  call('ci, co, k, has_bias=True', raises),
  call("ci, co, k, 1, 0, 0, 1, True, 1, 'zeros', None, None, None", raises),
  call('k for k in ks', raises),
  call("ci, co, k, padding_mode='reflect'", raises),
  call("ci, co, k, padding='same'", raises),
  call('ci, co, k, padding=-1', raises),
  call('ci, co, k, stride=0', raises),
  call('ci, co, 0', raises),
  call('ci, co, -3', raises),
  call('ci, co, k, dilation=0', raises),
  call('ci, co, k, groups=0', raises),
  call('6, 4, 3, groups=4', raises),
  call('4, 6, 3, groups=4', raises),
  call('4, 4, 3, stride=2, output_padding=2', raises),
  call('4, 4, 3, output_padding=1', raises),
  call('4, 4, 3, stride=2, dilation=3, output_padding=3', raises),
  call('4, 4, 3, stride=2, output_padding=-1', raises),
  call('4, 4, 3, stride=2, dilation=3, output_padding=2', composed, judgement),
]

const sizes: readonly Trap[] = [
  call('ci, co, kernel_size=(3,)', safe, { has: ['kernel_size=3'], lacks: ['(3,)'] }),
  call('ci, co, (k,), (u,), (p,)', safe, { lacks: ['(k,)', '(u,)', '(p,)'] }),
  call('ci, co, kernel_size=[k]', safe, { has: ['kernel_size=k'] }),
  call('ci, co, kernel_size=(k)', safe),
  call('ci, co, kernel_size=(\n        k,  # width\n    )', safe, { has: ['# width'], judgement: true }),
  call('ci, co, k, output_padding=(0,)', safe, { lacks: ['(0,)'], judgement: true }),
  call('ci, co, kernel_size=(3, 3)', blocked('TSP205'), judgement),
  call('ci, co, k, stride=[u, u]', blocked('TSP205'), judgement),
  call('ci, co, kernel_size=(*ks,)', blocked('TSP205'), judgement),
  call('ci, co, kernel_size=3 if flag else (5,)', blocked('TSP205'), judgement),
]

const others: readonly Trap[] = [
  call('ci, co, k, padding_mode="zeros"', safe, { lacks: ['padding_mode'] }),
  call('ci, co, k, padding_mode=mode', blocked('TSP202')),
  call('ci, co, k, device=device', safe, { lacks: ['device=device'] }),
  call('ci, co, k, device=cfg.device', safe),
  call('ci, co, k, device="cuda"', safe),
  call('ci, co, k, device=f()', blocked('TSP203')),
  call('ci, co, k, device=torch.device("cuda")', blocked('TSP203'), judgement),
  call('ci, co, k, device=(q := "cpu")', blocked('TSP203'), judgement),
  call('ci, co, k, dtype=None', safe, { lacks: ['dtype=None'] }),
  call('ci, co, k, dtype=torch.float16', safe, { has: ['dtype=ms.float16'] }),
  call('ci, co, k, dtype=torch.bfloat16', safe),
  call('ci, co, k, dtype=torch.float64', blocked('TSP204')),
  call('ci, co, k, dtype=dtype', blocked('TSP204')),
  call('ci, co, k, dtype="float16"', blocked('TSP204'), judgement),
  call('ci, co, k, bias=1', safe, { lacks: ['has_bias=1'] }),
  call('ci, co, k, bias=0', safe, { lacks: ['has_bias=0'] }),
  call('ci, co, k, bias=None', safe, { lacks: ['has_bias=None'] }),
  call('ci, co, k, bias=flag', safe, { has: ['has_bias=bool(flag)'] }),
  call('ci, co, k, bias=cfg["bias"]', safe, { has: ['has_bias=bool(cfg["bias"])'] }),
  call('ci, co, k, bias=f()', safe, { has: ['has_bias=bool(f())'] }),
  call('ci, co, k, bias=not flag', safe, { has: ['has_bias=not flag'] }),
  call('ci, co, k, bias=flag and norm', safe, { has: ['has_bias=bool(flag and norm)'] }),
  call('ci, co, k, bias=flag if norm else True', safe, { has: ['has_bias=bool(flag if norm else True)'] }),
  call('ci, co, k, bias=(q := flag)', safe, judgement),
]

const outputPaddings: readonly Trap[] = [
  call('4, 4, 5, stride=3, padding=2, output_padding=2', composed, { lacks: ["'same'"], judgement: true }),
  call('4, 4, 1, stride=2, output_padding=1', same, { has: ["pad_mode='same'"], judgement: true }),
  call('ci, co, k, u, u // 2 + u % 2, output_padding=u % 2', composed, judgement),
  call('ci, co, k, u, p, u - 1', composed, judgement),
  call('ci, co, k, u, f(), output_padding=1', blocked('TSP207'), judgement),
  call('ci, co, (q := 3), 2, q, output_padding=1', blocked('TSP207'), judgement),
]

const awaited: readonly Trap[] = [
  trap(
    'await among the arguments',
    safe,
    'from torch import nn\nasync def build(f):\n    return nn.§ConvTranspose1d(4, 4, 3, padding=await f())',
    judgement,
  ),
  trap(
    'yield among the arguments',
    safe,
    'from torch import nn\ndef build():\n    up = nn.§ConvTranspose1d(4, 4, 3, padding=(yield))\n    yield up',
    judgement,
  ),
  trap(
    "dtype of something that is not torch's",
    blocked('TSP204'),
    'from torch import nn\nimport mlx.core as torch\nup = nn.§ConvTranspose1d(4, 4, 3, dtype=torch.float16)',
    judgement,
  ),
  trap(
    'dtype of torch under another name',
    safe,
    'import torch as t\nup = t.nn.§ConvTranspose1d(4, 4, 3, dtype=t.float16)',
    { has: ['dtype=ms.float16'] },
  ),
  trap(
    'padding of another layer is a tuple',
    unsafe,
    `
    import torch.nn as nn
    conv = nn.Conv1d(4, 4, 3, padding=1)
    up = nn.§ConvTranspose1d(4, 4, 3, padding=conv.padding)
    `,
  ),
  trap(
    'star import of torch shadows bool',
    unfixed,
    'from torch import *\nfrom torch import nn\ndef build(flag):\n    return nn.§ConvTranspose1d(4, 4, 3, bias=flag)',
    { lacks: ['bool(flag)'], judgement: true },
  ),
  trap(
    'star import of torch, no builtin needed',
    safe,
    'from torch import *\nfrom torch import nn\ndef build(flag):\n    return nn.§ConvTranspose1d(4, 4, 3, bias=not flag)',
  ),
  trap(
    'star import of torch shadows max, which stays',
    safe,
    'from torch import *\nfrom torch import nn\ndef build(k, u):\n    return nn.§ConvTranspose1d(4, 4, k, u, max(k - u, 0))',
    { has: ['padding=max(k - u, 0)'] },
  ),
  trap(
    'star import of torch.nn does not shadow bool',
    safe,
    'from torch.nn import *\ndef build(flag):\n    return §ConvTranspose1d(4, 4, 3, bias=flag)',
    { has: ['has_bias=bool(flag)'] },
  ),
  trap(
    'local function bool',
    unfixed,
    'from torch import nn\ndef bool(x):\n    return x\ndef build(flag):\n    return nn.§ConvTranspose1d(4, 4, 3, bias=flag)',
    { lacks: ['bool(flag)'], judgement: true },
  ),
  trap(
    'parameter bool',
    unfixed,
    'from torch import nn\ndef build(flag, bool):\n    return nn.§ConvTranspose1d(4, 4, 3, bias=flag)',
    { lacks: ['bool(flag)'], judgement: true },
  ),
  trap(
    'import of bool from torch',
    unfixed,
    'from torch import nn, bool\ndef build(flag):\n    return nn.§ConvTranspose1d(4, 4, 3, bias=flag)',
    { lacks: ['bool(flag)'], judgement: true },
  ),
]

export const argumentTraps: readonly Trap[] = [
  ...bound,
  ...starred,
  ...raising,
  ...sizes,
  ...others,
  ...outputPaddings,
  ...awaited,
]
