import { describe, expect, test } from 'vitest'
import { checker } from '../checker.ts'

const head =
  'import torch, torch.nn as nn\nimport mindspore as ms\n\n\ndef build(c, k, u, p, d, b, g, device):\n    return '

/** The call after all fixes, in a function that has its names. */
function rewritten(call: string): string {
  const { text } = checker.fix(`${head}${call}\n`, 'unsafe')
  expect(text.startsWith(head)).toBe(true)
  return text.slice(head.length, -1)
}

const onOneLine: readonly (readonly [before: string, after: string])[] = [
  [
    'nn.ConvTranspose1d(c, c, 1, 2, padding=0, output_padding=1)',
    "ms.nn.Conv1dTranspose(c, c, 1, 2, pad_mode='same', padding=0, has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, 1, 2, 0, 1)',
    "ms.nn.Conv1dTranspose(c, c, 1, 2, pad_mode='same', padding=0, has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, 1, u, output_padding=u - 1)',
    "ms.nn.Conv1dTranspose(c, c, 1, u, pad_mode='same', has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, device=device, dtype=None)',
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, device=device, stride=u, dtype=None, padding=p)',
    "ms.nn.Conv1dTranspose(c, c, k, stride=u, pad_mode='pad', padding=p, has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, u, p, 0, 1, True, d, "zeros", device, None)',
    'ms.nn.Conv1dTranspose(c, c, k, u, pad_mode="pad", padding=p, group=1, has_bias=True, dilation=d)',
  ],
  [
    'nn.ConvTranspose1d(c, c, k, dtype=None, padding=p, bias=b, device=device,)',
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', padding=p, has_bias=bool(b),)",
  ],
  [
    'nn.ConvTranspose1d(c, c, [k], (u,), [p,])',
    "ms.nn.Conv1dTranspose(c, c, k, u, pad_mode='pad', padding=p, has_bias=True)",
  ],
  [
    "nn.ConvTranspose1d(**{'in_channels': c, 'out_channels': c, 'kernel_size': k, 'device': device})",
    "ms.nn.Conv1dTranspose(**{'in_channels': c, 'out_channels': c, 'kernel_size': k}, pad_mode='pad', has_bias=True)",
  ],
  [
    "nn.ConvTranspose1d(**{'in_channels': c, 'out_channels': c, 'kernel_size': k, 'groups': 1, 'bias': b})",
    "ms.nn.Conv1dTranspose(**{'in_channels': c, 'out_channels': c, 'kernel_size': k, 'group': 1, 'has_bias': bool(b)}, pad_mode='pad')",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, **{"dilation": d, "groups": 1})',
    'ms.nn.Conv1dTranspose(c, c, k, **{"dilation": d, "group": 1}, pad_mode="pad", has_bias=True)',
  ],
  [
    'nn.ConvTranspose1d(out_channels=c, kernel_size=k, in_channels=c, groups=g)',
    "ms.nn.Conv1dTranspose(out_channels=c, kernel_size=k, in_channels=c, group=g, pad_mode='pad', has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, dtype=torch.float16)',
    "ms.nn.Conv1dTranspose(c, c, k, dtype=ms.float16, pad_mode='pad', has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, u, p if b else 0)',
    "ms.nn.Conv1dTranspose(c, c, k, u, pad_mode='pad', padding=p if b else 0, has_bias=True)",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, u, output_padding=1, padding=p)',
    "ms.nn.SequentialCell(ms.nn.ConstantPad1d((0, 1), 0.0), ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(c, c, (1, k), (1, u), pad_mode='pad', padding=(0, 0, p, p - 1 + u), has_bias=True), ms.nn.Flatten(2, 3))",
  ],
  [
    'nn.ConvTranspose1d(c, c, (k,), (u,), (p,), (1,), 1, b, (d,))',
    "ms.nn.SequentialCell(ms.nn.ConstantPad1d((0, max(0, -((p - 1) // u))), 0.0), ms.nn.Unflatten(2, (1, -1)), ms.nn.Conv2dTranspose(c, c, (1, k), (1, u), pad_mode='pad', padding=(0, 0, p, p - 1 + max(0, -((p - 1) // u)) * u), group=1, has_bias=bool(b), dilation=(1, d)), ms.nn.Flatten(2, 3))",
  ],
  [
    'nn.ConvTranspose1d(c, c, k, padding=p, groups=g, device=device, dtype=None)',
    "ms.nn.Conv1dTranspose(c, c, k, pad_mode='pad', padding=p, group=g, has_bias=True)",
  ],
  ['nn.ConvTranspose1d(c, c, k,	device=device)', "ms.nn.Conv1dTranspose(c, c, k,	pad_mode='pad', has_bias=True)"],
  [
    'nn.ConvTranspose1d(c, c, k, padding_mode="zeros", device=device, dtype=None)',
    'ms.nn.Conv1dTranspose(c, c, k, pad_mode="pad", has_bias=True)',
  ],
  [
    'nn.ConvTranspose1d(c, c, k, 1, 0, 0, 1, b, 1, "zeros", device)',
    'ms.nn.Conv1dTranspose(c, c, k, 1, pad_mode="pad", padding=0, group=1, has_bias=bool(b), dilation=1)',
  ],
]

/** Comments stay, in their order; an argument that goes takes its line with it. */
const onSeveralLines: readonly (readonly [before: string, after: string])[] = [
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,
    device=device,
    stride=u,
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,
    stride=u,
    pad_mode='pad',
    has_bias=True,
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,
    device=device,${' '.repeat(2)}
    stride=u,
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,
    stride=u,
    pad_mode='pad',
    has_bias=True,
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,# width
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,# width
    pad_mode='pad',
    has_bias=True,
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,
    stride=u,
    device=device,
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,
    stride=u,
    pad_mode='pad',
    has_bias=True,
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,
    padding=p,
    bias=b
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,
    pad_mode='pad',
    padding=p,
    has_bias=bool(b)
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,
    stride=u,
    device=device
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,
    stride=u,
    pad_mode='pad',
    has_bias=True
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,  # width
    device=device,  # where
    stride=u,  # up
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,  # width
    # where
    stride=u,  # up
    pad_mode='pad',
    has_bias=True,
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k,  # width
    device=device,  # where
    dtype=None  # what
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,  # width
    # where
    pad_mode='pad',
    has_bias=True  # what
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k  # width
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,  # width
    pad_mode='pad',
    has_bias=True
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k  # width
    ,
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k  # width
    ,
    pad_mode='pad',
    has_bias=True,
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    k
    # width
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    k,
    pad_mode='pad',
    has_bias=True
    # width
)`,
  ],
  [
    `nn.ConvTranspose1d(
    c, c, k,
    device=(
        device  # where
    ),
    stride=u)`,
    `ms.nn.Conv1dTranspose(
    c, c, k,
    
          # where
    
    stride=u,
    pad_mode='pad',
    has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(
    c, c, k, stride=u,
    device=(
        device  # where
    ))`,
    `ms.nn.Conv1dTranspose(
    c, c, k, stride=u,
    pad_mode='pad',
    has_bias=True
          # where
    )`,
  ],
  [
    `nn.ConvTranspose1d(
    c, c,
    kernel_size=[
        k,  # width
    ],
    stride=(u,  # up
    ))`,
    `ms.nn.Conv1dTranspose(
    c, c,
    kernel_size=(
        k  # width
    ),
    stride=(u  # up
    ),
    pad_mode='pad',
    has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k, bias=(
    b  # bias
))`,
    `ms.nn.Conv1dTranspose(c, c, k, has_bias=bool((
    b  # bias
)), pad_mode='pad')`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k, device=device  # where
    , stride=u)`,
    `ms.nn.Conv1dTranspose(c, c, k,   # where
     stride=u, pad_mode='pad', has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k, device=device,  # where
    stride=u)`,
    `ms.nn.Conv1dTranspose(c, c, k, # where
    stride=u,
    pad_mode='pad',
    has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k,
    device=device,
    dtype=None)`,
    `ms.nn.Conv1dTranspose(c, c, k,
    pad_mode='pad',
    has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k,
    device=device,  # where
    dtype=None)`,
    `ms.nn.Conv1dTranspose(c, c, k,
    # where
    pad_mode='pad',
    has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k,  # width
    device=device, dtype=None)`,
    `ms.nn.Conv1dTranspose(c, c, k,  # width
    pad_mode='pad', has_bias=True)`,
  ],
  [
    `nn.ConvTranspose1d(
    c,
    c,
    **{
        "kernel_size": k,
        "bias": b,
    },
)`,
    `ms.nn.Conv1dTranspose(
    c,
    c,
    **{
        "kernel_size": k,
        "has_bias": bool(b),
    }, pad_mode="pad",
)`,
  ],
  [
    `nn.ConvTranspose1d(c, c, k, dtype=(
    torch.float16  # half
))`,
    `ms.nn.Conv1dTranspose(c, c, k, dtype=ms.float16
      # half
, pad_mode='pad', has_bias=True)`,
  ],
]

describe('arguments are renamed, moved and dropped where they stand', () => {
  test.each(onOneLine)('%s', (before, after) => expect(rewritten(before)).toBe(after))
  test.each(onSeveralLines)('%j', (before, after) => expect(rewritten(before)).toBe(after))

  test.each([...onOneLine, ...onSeveralLines])('in the order of the text, and each changes something: %j', call => {
    const source = `${head}${call}\n`
    const edits = checker.check(source).flatMap(({ fix }) => fix?.edits ?? [])
    const places = edits.map(({ span }) => span)
    expect(places).toEqual(places.toSorted((a, b) => a.start - b.start || a.end - b.end))
    expect(edits.filter(({ span, content }) => source.slice(span.start, span.end) === content)).toEqual([])
    expect(edits).not.toEqual([])
  })
})
