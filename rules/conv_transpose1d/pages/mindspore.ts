import { type Page, page } from './page.ts'
import { python } from './python.ts'

const noSuchClass = page({
  code: 'TSP401',
  title: 'mindspore.nn.ConvTranspose1d does not exist',
  what: "MindSpore code names torch's class. The call becomes mindspore.nn.Conv1dTranspose, its arguments taken as torch's.",
  why: 'The class is called Conv1dTranspose in MindSpore; the attribute access raises AttributeError. Changing only the name is not enough, as the defaults and the order of the arguments differ (TSP101).',
  before: python('import mindspore as ms', '', 'up = ms.nn.ConvTranspose1d(64, 32, 4, 2, padding=1)'),
  after: python(
    'import mindspore as ms',
    '',
    "up = ms.nn.Conv1dTranspose(64, 32, 4, 2, pad_mode='pad', padding=1, has_bias=True)",
  ),
  source: 'Measured: AttributeError on MindSpore 2.0.0, 2.7.0 and 2.10.0.',
})

const torchKeyword = page({
  code: 'TSP402',
  title: "A keyword of torch's on Conv1dTranspose",
  what: "mindspore.nn.Conv1dTranspose is called with a keyword that only torch.nn.ConvTranspose1d has: groups, bias, output_padding, padding_mode or device. A call whose arguments are all torch's becomes what TSP101 or TSP102 would make of it, with a proof. Where MindSpore's own keywords stand beside them, only torch's are translated (groups to group, bias to has_bias). The new call is proved too: read again, it makes for all values the layer of the arguments that stood there. That fix is unsafe all the same: the call as it stands makes no layer to compare with, and what the other arguments were meant to say is not known.",
  why: 'The call raises TypeError, often only in a branch that runs late.',
  before: python(
    'import mindspore as ms',
    '',
    "up = ms.nn.Conv1dTranspose(64, 32, 4, 2, pad_mode='pad', padding=1, groups=4, bias=False)",
  ),
  after: python(
    'import mindspore as ms',
    '',
    "up = ms.nn.Conv1dTranspose(64, 32, 4, 2, pad_mode='pad', padding=1, group=4, has_bias=False)",
  ),
  source: 'Measured on MindSpore 2.7.0 and 2.10.0: TypeError for each of these keywords.',
})

const sameOrValid = page({
  code: 'TSP403',
  title: "pad_mode 'same' or 'valid' where torch would give other values",
  what: "A call of mindspore.nn.Conv1dTranspose with pad_mode='same' (the default) or 'valid' that is not equal to torch's layer of the same sizes without padding. The finding tells how many samples later the output begins, and has a counterexample. Off by default: the code may never have been meant to equal torch's. Select the code to check a port.",
  why: "'same' keeps L * stride samples from floor(max(0, k_eff - stride) / 2) on, 'valid' starts at 0 and is longer than torch's where k_eff < stride (k_eff = dilation * (kernel_size - 1) + 1). Where lengths agree and the first sample does not, no shape check notices that all values are shifted.",
  setting: 'extend-select = ["TSP403"]',
  before: python('import mindspore as ms', '', 'up = ms.nn.Conv1dTranspose(64, 32, 5, 3, has_bias=True)'),
  after: null,
  source:
    "Measured on torch 2.15.0 and MindSpore 2.0.0, 2.7.0 and 2.10.0: where L * stride is torch's length and the first sample another, 0 of 54 configurations are equal.",
})

const announced = page({
  code: 'TSP404',
  title: 'A call that leans on what the announced signature changes',
  what: 'A call of mindspore.nn.Conv1dTranspose that leaves out an argument whose default is to change, or gives one after stride by position. The fix names every such argument. It is offered only when the new call, read again, is proved to make for all values the same layer, with the same arguments, as the call that stands there. Off by default.',
  why: "The announced constructor is torch's: padding stands where pad_mode is today, and the bias is there by default. A call by position or default would change its meaning without an error; one that names its arguments fails at once.",
  setting: 'extend-select = ["TSP404"]',
  before: python('import mindspore as ms', '', "up = ms.nn.Conv1dTranspose(64, 32, 4, 2, 'pad', 1)"),
  after: python(
    'import mindspore as ms',
    '',
    "up = ms.nn.Conv1dTranspose(64, 32, 4, 2, pad_mode='pad', padding=1, has_bias=False)",
  ),
  source:
    "The documentation of mindspore.nn.Conv1dTranspose, 2.10.0, announces it for after 2.9.0; measured: 2.10.0 itself still has today's signature.",
})

export const mindsporePages: readonly Page[] = [noSuchClass, torchKeyword, sameOrValid, announced]
