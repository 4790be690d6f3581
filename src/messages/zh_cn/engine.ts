import type { EngineMessage } from '../../engine/message.ts'
import type { WordsFor } from '../words.ts'
import { counterexample } from './counterexample.ts'
import { lineOf } from './line.ts'

export const engineWords: WordsFor<EngineMessage> = {
  'call.plain': () => 'torch.nn.ConvTranspose1d 在这里等同于 mindspore.nn.Conv1dTranspose',
  'call.composed': () => '带 output_padding 的 torch.nn.ConvTranspose1d 在这里等同于一串 MindSpore 层',
  'call.compat': ({ path }) => `torch.nn.ConvTranspose1d 在这里等同于 ${path}`,
  'compat.takes': () => '保留：这个类接受 torch 自己的参数',
  'call.blocked': ({ parameter }) => `这里不改写 torch.nn.ConvTranspose1d：参数 ${parameter} 妨碍改写`,
  'call.starred': ({ argument }) => `这里不改写 torch.nn.ConvTranspose1d：不知道 ${argument} 里有什么`,
  'call.uncertified': () => '这里不改写 torch.nn.ConvTranspose1d：没有能够证明的改写',
  'call.in-fstring': () => '不在 f-string 里改写 torch.nn.ConvTranspose1d',
  'call.broken': () => '这里不改写 torch.nn.ConvTranspose1d：文件有语法错误',
  'attribute.other-form': ({ name, silent, certain }) => {
    const where = certain ? '' : '这可能就是那一层：'
    if (name === 'weight' || name === 'state_dict') {
      const of = name === 'weight' ? 'weight' : 'state_dict() 里的 weight'
      return `${where}MindSpore 的层的 ${of} 多一维：(in_channels, out_channels / group, 1, kernel_size)`
    }
    return `${where}MindSpore 的层的 ${name} ${silent ? '形式不同：它有两维' : '换了名字，或者不存在'}`
  },
  'attribute.left-behind': ({ name, ...place }) =>
    `不安全：${lineOf(place)}读取的 ${name} 可能属于这一层；它在 MindSpore 里形式不同，而且不会抛出异常`,
  'layer.wrapped': ({ name }) => `MindSpore 没有 ${name}，torch 的 ${name} 遇到 MindSpore 的层会抛出异常`,
  'layer.handed-on': ({ name, ...place }) =>
    `不安全：${lineOf(place)}把可能是或含有这一层的对象交给 ${name}，而它会检查 torch 的类，或读取形式不同的属性`,
  'layer.inherited': ({ name, ...place }) =>
    `不安全：${lineOf(place)}继承自 ${name}，而它会检查 torch 的类，或读取在 MindSpore 里形式不同的属性`,
  'layer.output-size': () => 'MindSpore 的层没有 output_size：这样调用会抛出 TypeError',
  'layer.torch-method': ({ name }) => `${name} 是 torch 的方法：MindSpore 的层没有它，或者参数不同`,
  'mindspore.no-class': () => 'mindspore.nn 没有 ConvTranspose1d：它的类叫 Conv1dTranspose',
  'mindspore.torch-keyword': ({ keyword }) =>
    `${keyword} 是 torch 的关键字：mindspore.nn.Conv1dTranspose 会抛出 TypeError`,
  'mindspore.other-window': ({ mode, shift }) =>
    mode === 'same'
      ? `pad_mode='same' 不是 torch 不带 padding 的层：它的输出晚 ${shift} 个采样点开始，长度是 L·stride`
      : "stride 大于卷积核时，pad_mode='valid' 不是 torch 不带 padding 的层：它的输出更长",
  'mindspore.leans': () => '依赖默认值或参数位置，而 mindspore.nn.Conv1dTranspose 已宣布的新签名会改变它们',
  'related.functional': () => 'torch.nn.functional.conv_transpose1d 在 MindSpore 里没有已知相等的对应',
  'related.lazy': () => 'MindSpore 没有 LazyConvTranspose1d：它的层需要 in_channels',
  'subclass.base': ({ name }) => `${name} 是 torch.nn.ConvTranspose1d 的子类，不能就地改写`,
  'subclass.overrides': ({ touches }) =>
    touches.length > 0
      ? `覆盖或扩展了 torch 的方法，并用到 ${touches.join('、')}：需要人来看`
      : '覆盖或扩展了 torch 的方法：需要人来看',
  'subclass.constructor': () => '用 torch 的参数调用 torch.nn.ConvTranspose1d 的构造函数',
  'subclass.unbound': () => '通过类来调用 torch.nn.ConvTranspose1d 的方法',
  'subclass.compat': ({ name, path }) => `${name} 可以是 ${path} 的子类`,
  'subclass.changes': ({ methods, touches }) =>
    `不安全：${[...methods.map(each => `MindSpore 不会调用 ${each}`), ...touches.map(each => `${each} 的形式可能不同`)].join('；')}`,
  'reference.compat': ({ path }) => `torch.nn.ConvTranspose1d 在这里可以改用 ${path}`,
  'reference.handed-on': place => `不安全：${lineOf(place)}把类交给了别处，那里可能不只是调用它`,
  'reference.class-test': () => '这个类型判断针对 torch.nn.ConvTranspose1d，而 MindSpore 的层不是它',
  'reference.test-left-behind': place => `不安全：${lineOf(place)}的类型判断将不再成立，又不能与文件中所有调用一起改写`,
  'reference.class-called': place =>
    `不安全：${lineOf(place)}取用对象的类；若对象是这样的层，它将是 MindSpore 的类，而参数仍是 torch 的`,
  'reference.name-test': place => `不安全：${lineOf(place)}按类名判断，而类名将会改变`,
  'reference.not-call': () => '这里用到 torch.nn.ConvTranspose1d，但没有调用它',
  'reference.possible': ({ callee }) => `${callee} 在这里可能是 torch.nn.ConvTranspose1d`,
  'reference.binding': ({ name, ...place }) => `${name} 可能来自${lineOf(place)}`,
  'fix.replace': ({ call }) => `替换为 ${call}`,
  'fix.withheld': ({ code, ...place }) => `没有修复：${lineOf(place)}也得一起改，而那里忽略了 ${code}`,
  'file.syntax': () => '语法错误；文件其他部分的调用仍会报告，但没有修复',
  'file.too-large': ({ bytes, limit }) => `未检查：文件有 ${bytes} 字节，超过 max-file-size 的 ${limit}`,
  'file.too-deep': ({ depth, limit }) => `未检查：代码嵌套 ${depth} 层，超过 ${limit}`,
  'file.not-utf8': () => '未检查：文件不是 UTF-8，也没有声明编码的行',
  'file.binary': () => '未检查：文件含有 NUL 字节，不是 Python',
  'file.missing': () => '未检查：没有这个文件',
  'file.unreadable': ({ reason }) => `未检查：${reason}`,
  'suppression.unused': ({ codes }) =>
    `这条抑制注释${codes.length > 0 ? `（${codes.join('、')}）` : ''}没有抑制任何结果`,
  counterexample: message => counterexample(message.counterexample),
}
