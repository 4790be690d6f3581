import { parameterWords } from './parameters.ts'
import { fromParameter, type PageWords } from './words.ts'

export const blockedWords = {
  TSP201: {
    ...fromParameter(parameterWords.output_padding),
    title: '无法改写的 output_padding',
    what: '这个调用带有 output_padding，但没有一串 MindSpore 层能被证明与它相等。调用保持原样；如果有尝试过但未通过的证书，会附在结果里。目前还没有遇到这样的调用：凡是 int 的 output_padding 都有一种证明过的组合写法；例子里的不是 int，报告为 TSP205。',
  },
  TSP202: {
    ...fromParameter(parameterWords.padding_mode),
    title: "不能确定是 'zeros' 的 padding_mode",
    what: "padding_mode 的值要到程序运行时才知道。如果它只可能是 'zeros'，就直接写出来，或者不写；这样调用就能改写。",
  },
  TSP203: {
    ...fromParameter(parameterWords.device),
    title: '不能去掉的 device',
    what: 'device 由一个调用给出，去掉这个参数，那个调用就不再执行。把调用移到层的前面，再传入名字；名字是可以去掉的。',
  },
  TSP204: {
    ...fromParameter(parameterWords.dtype),
    title: '没有对应类型的 dtype',
    what: '不能确定 MindSpore 的层接受这个 dtype。请自己选择 MindSpore 的类型，或者不写这个参数，使用 float32。',
  },
  TSP205: {
    title: '不是整数的尺寸',
    what: 'kernel_size、stride、padding 或 dilation 是不能就地取出的元组或列表：有多个元素、带星号，或者是运算的结果。只有一个元素的元组或列表会被取出，不会有这个结果。',
    why: 'torch 的这几个参数都接受一个整数，或者只含一个整数的元组或列表；MindSpore 只接受整数。不能确定只含一个元素的，就没有对应写法。',
    source: parameterWords.kernel_size.source,
  },
  TSP206: {
    title: '带星号的参数',
    what: '这个调用带有 *args 或 **kwargs，其中的内容没有写在调用里。把参数写出来，或者设置 compat-module（TSP103）。',
    why: '里面可能有任何参数，包括 output_padding，也可能有 MindSpore 没有的名字。没有哪段文本对所有情况都正确。',
    source: '统计了 63 个公开仓库的 179 个调用：29 个带有 *args 或 **kwargs。',
  },
  TSP207: {
    title: '改写后会求值两次的值',
    what: '这个调用带有 output_padding，它的精确写法需要把某个参数放在两个位置；但那个参数再求值一次，可能得到另一个值，或者把某件事做两遍。请先把它赋给一个局部变量，再传入名字。',
    why: '末尾裁掉的是 padding - output_padding，所以在 torch 只写一次的地方，改写后两者都要出现。调用、海象运算符或 await 第二次求值时，可能给出别的结果，也可能有副作用。',
    source: 'Python 的参数按顺序求值，每个一次；以及 TSP102 写出的那些层。',
  },
  TSP208: {
    title: 'torch 自己在这里会抛出异常',
    what: 'torch 在构造时或在调用这个层时拒绝这些参数：缺少某个参数、有未知的参数、某个参数给了两次，或者有一个值对任何输入都不成立。没有可以与之相等的东西，所以没有改写。',
    why: '有些检查来得很晚：output_padding、负的 padding 和用文本给出的 padding 要到 forward 才被拒绝，所以一个建好却从未调用的层会把错误藏起来。',
    source: '在 torch 2.15.0 上实测。',
  },
  TSP209: {
    title: 'Ascend 上大于 1 的 groups',
    what: '这个调用可以改写，数值也已证明相等；但不能确定 groups 是 1，而程序是为 Ascend 写的。修复是不安全的。',
    why: 'MindSpore 的 Conv1dTranspose 文档说明 Ascend 不支持大于 1 的 group。在 CPU 上，更多的组也给出正确的数值；没有在 Ascend 上测量。',
    source: parameterWords.groups.source,
  },
} satisfies Readonly<Record<string, PageWords>>
