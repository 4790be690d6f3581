import type { MappingMessage } from '../../mapping/message.ts'
import type { WordsFor } from '../words.ts'
import { raising } from './raising.ts'

export const mappingWords: WordsFor<MappingMessage> = {
  'argument.unwrapped': ({ value }) => `${value} 改为其中的整数：MindSpore 只接受整数，不接受单元素的元组或列表`,
  'argument.twice': ({ value }) => `${value} 会被求值两次`,
  'argument.not-scalar': ({ value }) => `${value} 不是整数，而 MindSpore 只接受整数`,
  'argument.table': ({ value }) => `${value} 在此处可能是元组或列表，而 MindSpore 只接受整数`,
  'bias.default': () => 'has_bias=True（torch 默认为 True，MindSpore 默认为 False）',
  'bias.renamed': () => '改名为 has_bias',
  'bias.wrapped': ({ value }) => `改为 has_bias=bool(${value})：MindSpore 只接受 bool`,
  'device.dropped': () => '去掉：MindSpore 的层没有 device，见 mindspore.set_device',
  'device.blocks': ({ value }) => `${value} 将不再被求值`,
  'dtype.none': () => '去掉：None 在两边都是默认类型',
  'dtype.mapped': ({ from, to }) => `${from} 改为 ${to}`,
  'dtype.blocks': ({ value }) => `不能确定 MindSpore 的层接受类型 ${value}`,
  'dtype.too-old': ({ version }) => `MindSpore ${version} 在这里没有 dtype`,
  'groups.renamed': () => '改名为 group',
  'groups.ascend': () => 'MindSpore 的文档说 Ascend 在这里不支持 group > 1',
  'lifted.frames': ({ count, crop }) =>
    count === '0'
      ? `改为在末尾裁掉 ${crop} 个采样点`
      : `改为在输入末尾补 ${count} 帧零，并在输出末尾裁掉 ${crop} 个采样点`,
  'lifted.unsafe': () => '不安全：换了类，检查点里的参数名也变了',
  'output-padding.zero': () => '去掉：它是 0',
  'padding.kept': () => "保留，改为按名字传入，并加上 pad_mode='pad'（MindSpore 的默认值 'same' 裁剪的位置不同）",
  'padding.absent': () => "写上 pad_mode='pad'（MindSpore 的默认值 'same' 可能会裁剪）",
  'padding-mode.zeros': () => "去掉：只有 'zeros' 一种",
  'padding-mode.blocks': ({ value }) => `MindSpore 的层没有 padding_mode，而 ${value} 不能确定是 'zeros'`,
  'same.exact': () => "去掉：pad_mode='same' 在这里恰好就是 torch 的窗口",
  'torch.raises': ({ problem }) => `torch 自己在这里会抛出异常：${raising(problem)}`,
}
