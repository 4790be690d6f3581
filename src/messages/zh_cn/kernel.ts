import type { KernelMessage } from '../../kernel/message.ts'
import type { WordsFor } from '../words.ts'
import { unknownReasons } from './unknown.ts'

export const kernelWords: WordsFor<KernelMessage> = {
  'proof.equal': ({ first, length, conditions }) =>
    `对所有取值均已证明：两边的起点都是 ${first}，长度都是 ${length}${conditions.length > 0 ? `，前提是 ${conditions.join(' 且 ')}` : ''}`,
  'proof.tested': ({ samples }) => `抽取的 ${samples} 个样本全部相等，但这不是证明`,
  'proof.refuted': () => '已证伪：torch 与 MindSpore 不同',
  'proof.unknown': ({ reason }) => `既未证明也未证伪：${unknownReasons[reason]}`,
  'assume.int': ({ name }) => `${name} 是整数`,
  'proof.compat': ({ path }) => `对所有参数均已证明：${path} 接受 torch 的参数，并给出与 torch 相同的形状和数值`,
  'proof.same-layer': () => '对所有取值均已证明：与原来的调用是同一个层，参数也相同',
  'proof.translated': () => '对所有取值均已证明：就是所写参数的那个层，torch 的 groups 即 group，bias 即 has_bias',
  'assume.compat': ({ path }) => `${path} 就是 'torchspore compat' 打印的类`,
}
