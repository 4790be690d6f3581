import type { ParameterWords } from './words.ts'

const channels: ParameterWords = {
  explanation: '两个框架相同，按位置或按名字给出都可以。两边都只接受整数。',
  source: '在 torch 2.15.0 和 MindSpore 2.10.0 上实测。',
}

const scalar: ParameterWords = {
  explanation: '两个框架相同，但 torch 还接受只有一个整数的元组或列表；MindSpore 只接受整数。',
  source: '在 MindSpore 2.0.0、2.7.0 和 2.10.0 上实测：传入元组会抛出 TypeError。',
}

/** torch 的每个参数如何对应。 */
export const parameterWords = {
  in_channels: channels,
  out_channels: channels,
  kernel_size: scalar,
  stride: scalar,
  padding: {
    explanation:
      "两个框架都在两端裁掉同样多的采样点，但 MindSpore 只在 pad_mode='pad' 时如此。它的默认值 'same' 裁剪的位置不同：输出长度相同，所有数值却都错位。因此总是写上 pad_mode='pad'，并按名字给出 padding，因为 MindSpore 的第五个位置是 pad_mode。",
    source:
      "实测：不带 output_padding 时，pad_mode='pad' 在 597 种配置中有 597 种与 torch 相等；padding 与其窗口不符的 'same'，54 种中 0 种相等。",
  },
  output_padding: {
    explanation:
      "Conv1dTranspose 没有 output_padding。torch 在末尾多出的不是零，而是同一个卷积的采样点：给 MindSpore 的输出补零会得到不同的数值，而 pad_mode='same' 长度相同，所有数值却都错位。值为 0 的 output_padding 直接去掉；其他的精确地组合出来：在输入末尾补若干帧零，再用高度为 1 的 Conv2dTranspose 保留 torch 的窗口，它的两端可以裁掉不同数目的采样点。只有当 padding 为 0 且 output_padding 等于 stride - dilation * (kernel_size - 1) - 1 时，pad_mode='same' 才是对的。",
    source: '实测：在 942 种带 output_padding 的配置中，给输出补零只有 175 种与 torch 相等。',
  },
  groups: {
    explanation: '在 MindSpore 中叫 group。文档说明 Conv1dTranspose 在 Ascend 上不支持大于 1 的值；在 CPU 上结果正确。',
    source: '在 MindSpore 2.7.0 和 2.10.0（CPU）上实测；Ascend 依据 mindspore.nn.Conv1dTranspose 的文档。',
  },
  bias: {
    explanation:
      '在 MindSpore 中叫 has_bias，默认为 False；torch 的默认值是 True。因此总是写出 has_bias。torch 接受任何可判断真假的值，MindSpore 只接受 bool，所以不能确定是 bool 的值会放进 bool(…)。',
    source: '在 MindSpore 2.0.0、2.7.0 和 2.10.0 上实测：0、1、None 和 numpy.bool_ 都会抛出 TypeError。',
  },
  dilation: {
    explanation: '两个框架相同，但位置不同，所以按名字给出。',
    source: '在 torch 2.15.0 和 MindSpore 2.10.0 上实测：fixtures/goldens 含有大于 1 的 dilation。',
  },
  padding_mode: {
    explanation:
      "torch 只接受 'zeros'，其他值会抛出 ValueError。MindSpore 没有这个参数，行为与 'zeros' 相同，所以去掉 'zeros'。",
    source: '在 torch 2.15.0 上实测。',
  },
  device: {
    explanation:
      'MindSpore 的层没有设备参数：网络在哪里运行，由 mindspore.set_device 对整个程序设定。因此去掉 device，除非给出的是一个调用，因为调用可能有副作用。',
    source: 'mindspore.nn.Conv1dTranspose 在 2.0.0 到 2.10.0 中的签名。',
  },
  dtype: {
    explanation:
      'torch.float16、torch.bfloat16 和 torch.float32 在 MindSpore 中有对应类型。float64 在那里没有算子；运行时才知道的 dtype 是 torch 的类型。None 会被去掉，因为 MindSpore 会为它抛出 ValueError；其默认类型是 float32。MindSpore 2.0 完全没有 dtype。',
    source: '在 MindSpore 2.0.0、2.7.0 和 2.10.0 上实测。',
  },
} satisfies Readonly<Record<string, ParameterWords>>
