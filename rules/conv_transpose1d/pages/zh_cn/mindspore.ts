import type { PageWords } from './words.ts'

export const mindsporeWords = {
  TSP401: {
    title: 'mindspore.nn.ConvTranspose1d 不存在',
    what: 'MindSpore 代码里写了 torch 的类名。调用改为 mindspore.nn.Conv1dTranspose，其参数按 torch 的参数理解。',
    why: '这个类在 MindSpore 中叫 Conv1dTranspose；访问这个属性会抛出 AttributeError。只改名字不够，因为默认值和参数顺序都不同（TSP101）。',
    source: '实测：在 MindSpore 2.0.0、2.7.0 和 2.10.0 上抛出 AttributeError。',
  },
  TSP402: {
    title: 'Conv1dTranspose 上用了 torch 的关键字',
    what: '调用 mindspore.nn.Conv1dTranspose 时用了只有 torch.nn.ConvTranspose1d 才有的关键字：groups、bias、output_padding、padding_mode 或 device。如果参数全是 torch 的，调用就改写成 TSP101 或 TSP102 会写的样子，并附上证明。如果旁边还有 MindSpore 自己的关键字，只翻译 torch 的那些（groups 改为 group，bias 改为 has_bias）。新的调用同样附有证明：重新读出后，对所有取值，它就是所写参数的那个层。这个修复仍是不安全的：原来的调用本身建不出可供比较的层，也不知道其余参数原本是什么意思。',
    why: '这个调用会抛出 TypeError，而且往往只在很晚才运行到的分支里。',
    source: '在 MindSpore 2.7.0 和 2.10.0 上实测：每个这样的关键字都抛出 TypeError。',
  },
  TSP403: {
    title: "torch 会给出不同数值的 pad_mode 'same' 或 'valid'",
    what: "以 pad_mode='same'（默认值）或 'valid' 调用 mindspore.nn.Conv1dTranspose，与同样尺寸、不带 padding 的 torch 的层不相等。结果会说明输出晚多少个采样点开始，并给出反例。默认关闭：这段代码也许本来就不打算与 torch 相等。检查一次移植时，请启用这个编号。",
    why: "'same' 从第 floor(max(0, k_eff - stride) / 2) 个采样点起保留 L * stride 个，'valid' 从 0 开始，并且在 k_eff < stride 时比 torch 的长（k_eff = dilation * (kernel_size - 1) + 1）。长度相同而起点不同时，检查形状看不出所有数值都已错位。",
    source:
      '在 torch 2.15.0 和 MindSpore 2.0.0、2.7.0、2.10.0 上实测：L * stride 就是 torch 的长度而起点不同的 54 种配置中，0 种相等。',
  },
  TSP404: {
    title: '依赖已宣布将改变的签名的调用',
    what: '这个 mindspore.nn.Conv1dTranspose 调用省略了默认值将会改变的参数，或者在 stride 之后按位置给出参数。修复会把每个这样的参数都写上名字。只有重新读出新的调用，并证明它对所有取值与原来的调用是同一个层、参数也相同，才会给出修复。默认关闭。',
    why: '宣布的新构造函数与 torch 的相同：今天 pad_mode 的位置将是 padding，偏置默认存在。依赖位置或默认值的调用会改变含义而不报错；写明所有参数名的调用则会立即失败。',
    source: 'mindspore.nn.Conv1dTranspose 2.10.0 的文档宣布它在 2.9.0 之后改变；实测：2.10.0 本身仍是今天的签名。',
  },
} satisfies Readonly<Record<string, PageWords>>
