import type { MappingMessage } from '../../mapping/message.ts'
import type { WordsFor } from '../words.ts'
import { raising } from './raising.ts'

export const mappingWords: WordsFor<MappingMessage> = {
  'argument.unwrapped': ({ value }) => `${value} is unwrapped: MindSpore takes an int, not a tuple or list of one`,
  'argument.twice': ({ value }) => `${value} would be evaluated twice`,
  'argument.not-scalar': ({ value }) => `${value} is not an int, and MindSpore takes no other`,
  'argument.table': ({ value }) => `${value} can be a tuple or list here, and MindSpore takes an int only`,
  'bias.default': () => "has_bias=True (torch's default is True, MindSpore's is False)",
  'bias.renamed': () => 'becomes has_bias',
  'bias.wrapped': ({ value }) => `becomes has_bias=bool(${value}): MindSpore takes only a bool`,
  'device.dropped': () => 'goes: MindSpore has no device of a layer, see mindspore.set_device',
  'device.blocks': ({ value }) => `${value} would no longer be evaluated`,
  'dtype.none': () => 'goes: None is the default type of either',
  'dtype.mapped': ({ from, to }) => `${from} becomes ${to}`,
  'dtype.blocks': ({ value }) => `${value} is no type that MindSpore's layer is known to take`,
  'dtype.too-old': ({ version }) => `MindSpore ${version} has no dtype here`,
  'groups.renamed': () => 'becomes group',
  'groups.ascend': () => "MindSpore's documentation says that Ascend does not support group > 1 here",
  'lifted.frames': ({ count, crop }) =>
    count === '0'
      ? `becomes a crop of ${crop} samples at the end`
      : `becomes ${count} ${count === '1' ? 'frame' : 'frames'} of zeros at the input's end and a crop of ${crop} samples at the output's`,
  'lifted.unsafe': () => 'unsafe: another class, and other names for its parameters in checkpoints',
  'output-padding.zero': () => 'goes: it is 0',
  'padding.kept': () => "stays, by name, with pad_mode='pad' (MindSpore's default 'same' would crop elsewhere)",
  'padding.absent': () => "pad_mode='pad' is written (MindSpore's default 'same' may crop)",
  'padding-mode.zeros': () => "goes: 'zeros' is all there is",
  'padding-mode.blocks': ({ value }) =>
    `MindSpore's layer has no padding_mode, and ${value} is not known to be 'zeros'`,
  'same.exact': () => "goes: pad_mode='same' is just torch's window here",
  'torch.raises': ({ problem }) => `torch itself raises here: ${raising(problem)}`,
}
