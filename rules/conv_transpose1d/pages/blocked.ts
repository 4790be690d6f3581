import { device } from '../device.ts'
import { dtype } from '../dtype.ts'
import { groups } from '../groups.ts'
import { kernel_size } from '../kernel_size.ts'
import { output_padding } from '../output_padding.ts'
import { padding_mode } from '../padding_mode.ts'
import { fromRule } from './from_rule.ts'
import { type Page, page } from './page.ts'
import { inFunction, python } from './python.ts'

const outputPadding = page({
  code: 'TSP201',
  title: 'An output_padding that could not be rewritten',
  what: 'The call has an output_padding, and no sequence of MindSpore layers could be proved equal to it. The call is left as it is; a certificate that was tried and failed is part of the finding. No such call is known: each output_padding that is an int has a composition that is proved. That of the example is no int, which TSP205 reports.',
  why: output_padding.explanation,
  before: inFunction('h, k, u, p', 'nn.ConvTranspose1d(h, h, k, u, p, output_padding=[1, 1])', 'import torch.nn as nn'),
  after: null,
  source: output_padding.source,
})

const paddingMode = page({
  ...fromRule(padding_mode, 'TSP202', 'h, k, mode'),
  title: "A padding_mode that is not known to be 'zeros'",
  what: "The value of padding_mode is known only when the program runs. If it can only be 'zeros', write that, or leave it out; then the call can be rewritten.",
})

const blockingDevice = page({
  ...fromRule(device, 'TSP203', 'h, k, next_device'),
  title: 'A device that cannot be dropped',
  what: 'The device is given by a call, which would no longer run if the argument were dropped. Move the call in front of the layer and pass the name; a name is dropped.',
})

const blockingDtype = page({
  ...fromRule(dtype, 'TSP204', 'h, k', ['import torch', 'import torch.nn as nn']),
  title: 'A dtype without a counterpart',
  what: "The dtype is not one that MindSpore's layer is known to take. Choose the type for MindSpore by hand, or leave the argument out for float32.",
})

const notScalar = page({
  ...fromRule(kernel_size, 'TSP205', 'h, k'),
  title: 'A size that is not an int',
  what: 'kernel_size, stride, padding or dilation is a tuple or a list that cannot be unwrapped in place: of several items, of a star, or the result of arithmetic. A tuple or list of one item is unwrapped, and gets no such finding.',
  why: 'torch takes an int for each of these, or a tuple or list of one int; MindSpore takes an int only. What is not known to hold just one has no counterpart.',
})

const starred = page({
  code: 'TSP206',
  title: 'Starred arguments',
  what: 'The call has *args or **kwargs, and what they hold is not written in the call. Write the arguments out, or set compat-module (TSP103).',
  why: 'They may hold any argument, output_padding among them, and names that MindSpore does not have. No text is right for all of that.',
  before: python(
    'from torch import nn',
    'from torch.nn.utils import weight_norm',
    '',
    '',
    'def normed(*args, **kwargs):',
    '    return weight_norm(nn.ConvTranspose1d(*args, **kwargs))',
  ),
  after: null,
  source: 'Counted in 179 calls of 63 public repositories: 29 have *args or **kwargs.',
})

const twice = page({
  ...fromRule(output_padding, 'TSP207', 'h, k, u, next_size'),
  title: 'A value that the rewrite would evaluate twice',
  what: 'The call has an output_padding, and its exact form needs one of the arguments at two places; but evaluating that argument again may give another value or do something twice. Assign it to a local variable first, and pass the name.',
  why: 'The crop at the end is padding - output_padding, so both stand in the rewrite where torch has one. A call, a walrus or an await may give something else the second time, or have an effect.',
  source: "Python's evaluation of arguments, each once and in their order; the layers that TSP102 writes.",
})

const raises = page({
  ...fromRule(output_padding, 'TSP208', 'h'),
  title: 'torch itself raises here',
  what: 'The arguments are ones that torch refuses, at construction or when the layer is called: one is missing, unknown or given twice, or has a value that no input makes right. There is nothing to be equal to, so there is no rewrite.',
  why: 'Some of these checks come late: output_padding, a negative padding and a padding given as text are refused only in forward, so a layer that is made but never called hides the mistake.',
  source: 'Measured on torch 2.15.0.',
})

function onAscend(): Page {
  const [first] = groups.valid
  if (!first) throw new Error('the rule of groups shows no call')
  return page({
    code: 'TSP209',
    title: 'groups above 1 on Ascend',
    what: 'The call can be rewritten, and the values are proved equal; but groups is not known to be 1, and the program is meant for Ascend. The fix is unsafe.',
    why: "MindSpore's documentation of Conv1dTranspose says that Ascend supports no group above 1. On the CPU more groups give the right values; Ascend was not measured.",
    setting: 'device-target = "Ascend"',
    before: inFunction('h, k', first.before, 'import torch.nn as nn'),
    after: inFunction('h, k', first.after, 'import torch.nn as nn', 'import mindspore as ms'),
    source: groups.source,
  })
}

export const blockedPages: readonly Page[] = [
  ...[outputPadding, paddingMode, blockingDevice, blockingDtype, notScalar],
  ...[starred, twice, raises, onAscend()],
]
