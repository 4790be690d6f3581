import { parameterWords } from './parameters.ts'
import type { PageWords } from './words.ts'

export const rewrittenWords = {
  TSP101: {
    title: 'torch.nn.ConvTranspose1d 改写为 mindspore.nn.Conv1dTranspose',
    what: '这个 torch.nn.ConvTranspose1d 调用可以用一个 mindspore.nn.Conv1dTranspose 代替。只有证明了写入的文本对所有输入、权重、长度以及调用中名字的所有取值都给出相同的形状和数值，才提供这个修复。如果附近的代码会在没有任何报错的情况下得到别的结果，修复就是不安全的，说明里会指出是哪一行。',
    why: "两个类的算术相同，但默认值、参数顺序和参数名都不同。只改类名的调用也能运行，却会得到不同的数值：MindSpore 的层默认没有偏置，默认按 'same' 裁剪，而且 torch 的 padding 所在的位置在那里是 pad_mode。",
    source:
      "在 torch 2.15.0 和 MindSpore 2.0.0、2.7.0、2.10.0（CPU）上实测：使用 pad_mode='pad' 和相同的 padding，597 种不带 output_padding 的配置全部相等，精确到最后一个比特。",
  },
  TSP102: {
    title: '带 output_padding 的 torch.nn.ConvTranspose1d 改写为一串精确相等的 MindSpore 层',
    what: "这个调用带有 output_padding，而且不能明显看出它是 0。如果 pad_mode='same' 恰好就是 torch 的窗口，调用改写为 Conv1dTranspose，修复是安全的。否则改写为 SequentialCell，其中是一个高度为 1 的 Conv2dTranspose；数值已证明相等，但修复是不安全的，因为检查点里的参数名会变（例如 up.weight 变成 up.1.weight），而且这个层是另一个类的实例。",
    why: parameterWords.output_padding.explanation,
    source: `${parameterWords.output_padding.source}这串层在 1539 种配置中有 1539 种与 torch 相等；均在 torch 2.15.0 和 MindSpore 2.0.0、2.7.0、2.10.0（CPU）上测得。`,
  },
  TSP103: {
    title: 'torch.nn.ConvTranspose1d 改写为你的兼容模块中的类',
    what: '把 compat-module 设为项目中一个模块的带点名字后，不能就地用 MindSpore 自己的层写出的用法，会改用那个模块里的 ConvTranspose1d：带星号参数的调用，output_padding 不能明显看出是 0 的调用，device、dtype 或尺寸阻碍了普通改写的调用，其层被传入 output_size 的调用，以及表、别名、默认值、functools.partial 和子类中的类本身。torchspore compat 会打印这个模块，请按你设定的名字保存。如果把类交给了某个函数，而它可能不只是调用这个类，或者有类型判断不能改写，那么文件里所有的修复都是不安全的；子类读取了形式不同的属性时也是如此。覆盖了 forward 或另有基类的子类不会改写，因为 MindSpore 调用的是 construct；这个模块的类如果仍然带有 forward，会抛出 TypeError。',
    why: '*args 里有什么，要到程序运行时才知道，所以没有哪段就地写出的文本对所有情况都正确；接受 torch 自己的参数的类则可以。它是 mindspore.nn.Conv1dTranspose 的子类，所以检查点里的名字仍然是 weight 和 bias。',
    source:
      '实测：在 MindSpore 2.0.0、2.7.0 和 2.10.0（CPU）上，这个类在 1539 种带 output_padding 的配置中全部与 torch 2.15.0 相等。',
  },
} satisfies Readonly<Record<string, PageWords>>
