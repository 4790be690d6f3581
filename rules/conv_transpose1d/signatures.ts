import { bool, int, none, required, type Signature, string } from '../../src/mapping/signature.ts'

/** Measured with inspect.signature on torch 2.15.0. */
export const torchConvTranspose1d: Signature = {
  path: 'torch.nn.ConvTranspose1d',
  parameters: [
    ...required('in_channels', 'out_channels', 'kernel_size'),
    { name: 'stride', default: int(1) },
    { name: 'padding', default: int(0) },
    { name: 'output_padding', default: int(0) },
    { name: 'groups', default: int(1) },
    { name: 'bias', default: bool(true) },
    { name: 'dilation', default: int(1) },
    { name: 'padding_mode', default: string('zeros') },
    { name: 'device', default: none },
    { name: 'dtype', default: none },
  ],
}

/** The dotted names under which torch gives the class. */
export const torchPaths: ReadonlySet<string> = new Set([
  'torch.nn.ConvTranspose1d',
  'torch.nn.modules.ConvTranspose1d',
  'torch.nn.modules.conv.ConvTranspose1d',
])

/** mindspore.nn.Conv1dTranspose of MindSpore 2.7.0 to 2.10.0; `dtype` is not there in 2.0. */
export const mindsporeConv1dTranspose: Signature = {
  path: 'mindspore.nn.Conv1dTranspose',
  parameters: [
    ...required('in_channels', 'out_channels', 'kernel_size'),
    { name: 'stride', default: int(1) },
    { name: 'pad_mode', default: string('same') },
    { name: 'padding', default: int(0) },
    { name: 'dilation', default: int(1) },
    { name: 'group', default: int(1) },
    { name: 'has_bias', default: bool(false) },
    { name: 'weight_init', default: none },
    { name: 'bias_init', default: none },
    { name: 'dtype', default: none, defaultText: 'float32' },
  ],
}

/** mindspore.nn.Conv2dTranspose of MindSpore 2.10.0. */
export const mindsporeConv2dTranspose: Signature = {
  path: 'mindspore.nn.Conv2dTranspose',
  parameters: [
    ...required('in_channels', 'out_channels', 'kernel_size'),
    { name: 'stride', default: int(1) },
    { name: 'pad_mode', default: string('same') },
    { name: 'padding', default: int(0) },
    { name: 'output_padding', default: int(0) },
    { name: 'dilation', default: int(1) },
    { name: 'group', default: int(1) },
    { name: 'has_bias', default: bool(false) },
    { name: 'weight_init', default: none },
    { name: 'bias_init', default: none },
    { name: 'dtype', default: none, defaultText: 'float32' },
  ],
}

/** The layers around it in recipe E, of MindSpore 2.10.0; a later one is announced to call axis dim. */
export const mindsporeConstantPad1d: Signature = {
  path: 'mindspore.nn.ConstantPad1d',
  parameters: required('padding', 'value'),
}

export const mindsporeUnflatten: Signature = {
  path: 'mindspore.nn.Unflatten',
  parameters: required('axis', 'unflattened_size'),
}

export const mindsporeFlatten: Signature = {
  path: 'mindspore.nn.Flatten',
  parameters: [
    { name: 'start_dim', default: int(1) },
    { name: 'end_dim', default: int(-1) },
  ],
}
