import type { PageWords } from './words.ts'

export const useWords = {
  TSP301: {
    title: '用到 torch.nn.ConvTranspose1d，但没有调用它',
    what: '类本身被传给了别处：用在 isinstance 或 issubclass 里、放进表里、作为默认值、写在注解里。类型判断会与文件里所有的调用一起改写；其他用法只报告，没有修复。',
    why: '改写之后，层是 MindSpore 的，针对 torch 的类的判断就不成立，那个分支会被悄悄跳过：初始值没有设置，权重没有计入。从表里取出的类在别处调用，在那里它的参数是未知的。判断里写的是父类 mindspore.nn.Conv1dTranspose，因为 MindSpore 的层不是其子类的实例。',
    source: 'Python 的 isinstance；torch 2.15.0 和 MindSpore 2.0.0、2.7.0、2.10.0 中的类。',
  },
  TSP302: {
    title: 'torch.nn.ConvTranspose1d 的子类',
    what: '某个类以 torch.nn.ConvTranspose1d 为基类，通过 super() 调用它的构造函数，或者通过类来调用它的方法。在基类处报告这个类覆盖了哪些方法，在调用构造函数处也报告；都不改写。',
    why: '子类继承 torch 的构造函数、forward 和属性，调用它的代码依赖 torch 的签名。MindSpore 运行的是 construct 而不是 forward，所以被覆盖的 forward 永远不会被调用；它的构造函数有不同的参数名和默认值，属性的形式也不同。',
    source:
      '在 MindSpore 2.0.0、2.7.0 和 2.10.0 上实测（签名和属性）；mindspore.nn.Cell 调用 construct，依据它的文档。',
  },
  TSP303: {
    title: '层外面有 torch 的包装',
    what: '这个层被传给 weight_norm、spectral_norm 或 torch.nn.utils 的其他包装。创建层的调用另有一个结果，也许可以改写；包装留给你处理。',
    why: 'MindSpore 没有 weight_norm，而 torch 的 weight_norm 遇到不是 torch 模块的层会抛出异常。如果用于推理，先在 torch 中去掉包装（remove_weight_norm），再保存得到的权重；如果用于训练，请为 MindSpore 写出这种参数化。',
    source: 'MindSpore 2.7.0 和 2.10.0 没有这样的函数。在 63 个公开仓库的 179 个调用中，68 个在 weight_norm 里。',
  },
  TSP304: {
    title: '调用层时给出 output_size',
    what: '由 torch.nn.ConvTranspose1d 创建的层，在调用时传入了 output_size。请在构造时按长度选定 output_padding，或者使用 torchspore compat 打印的类，它接受 output_size。',
    why: 'torch 在每次调用时根据 output_size 选定 output_padding，所以同一个层可以给出几种长度。MindSpore 的层没有这个参数，会抛出 TypeError。',
    source: '实测：在 MindSpore 2.0.0、2.7.0 和 2.10.0 上，带 output_size 调用 Conv1dTranspose 会抛出 TypeError。',
  },
  TSP305: {
    title: 'MindSpore 的层上形式不同的属性',
    what: '代码读取了层的某个属性，改写之后它的形式或名字会不同。如果能确定正确的形式，例如 .stride[0] 变成 .stride[1]，这就是一个修复，与调用的修复一起应用。其他情况只报告；如果代码会不声不响地带着另一个值继续运行，调用的修复就是不安全的。层会沿着同一文件中的名字、属性、容器和函数被跟踪，也会跟踪到接收它的其他文件中的函数和基类；别的文件此外读取了什么是看不到的，请在那里查找 .stride、.kernel_size、.padding、.dilation 和 .weight。',
    why: 'MindSpore 的层是高度为 1 的二维卷积：kernel_size 是 (1, k)，stride 是 (1, s)，dilation 是 (1, d)，padding 是 (0, 0, p, p)，weight 的形状是 (in, out/g, 1, k)。groups 叫作 group。没有 output_padding 和 padding_mode。',
    source: '在 MindSpore 2.0.0、2.7.0 和 2.10.0 上实测。',
  },
  TSP306: {
    title: 'torch.nn.functional.conv_transpose1d 没有对应',
    what: '这里调用了 torch.nn.functional.conv_transpose1d 或 torch.conv_transpose1d，它们把权重作为参数。只报告，不改写。',
    why: 'mindspore.ops 和 mindspore.mint.nn.functional 没有 conv_transpose1d，而它们的 conv_transpose2d 在 CPU 上没有算子。请把它改成一个层，以权重为参数；层是可以改写的。',
    source: '在 MindSpore 2.7.0 和 2.10.0（CPU）上实测：conv_transpose2d 报 "kernel unregistered"。',
  },
  TSP307: {
    title: 'torch.nn.LazyConvTranspose1d 没有对应',
    what: 'torch.nn.LazyConvTranspose1d 从第一个输入得知 in_channels。请写出这个数，改成 torch.nn.ConvTranspose1d(in_channels, …)；那样的调用可以改写。',
    why: 'MindSpore 没有这种延迟初始化的层：参数在创建层时就建立，所以那时必须知道 in_channels。',
    source: '实测：在 2.7.0 和 2.10.0 上，mindspore.nn 没有 LazyConvTranspose1d。',
  },
  TSP308: {
    title: '可能是 torch 的类',
    what: '这里调用或提到的名字有几个来源，或者来源未知，其中之一是 torch.nn.ConvTranspose1d。说明里给出绑定这个名字的各行。确定属于其他库的类没有结果。',
    why: '只有对 torch 的类，改写才是对的。同名的另一个类可能有不同的参数或数值，而两个分支会被同一个层代替。',
    source: '在公开仓库中统计：除了 torch 的类的 179 个调用，还有 106 个看起来一样的。',
  },
  TSP309: {
    title: '在层上调用 torch 模块的方法',
    what: '在层上调用了 .to、.cuda、.half 或 .load_state_dict 之类的方法。在 MindSpore 中，设备由 mindspore.set_device 对整个程序设定，类型由层的 dtype 或 .to_float 设定，权重由 mindspore.load_param_into_net 加载。',
    why: "MindSpore 的层没有 .cuda、.cpu、.half、.float、.double、.bfloat16 和 .type，所以这些会抛出 AttributeError。.to 在 2.10.0 上有，在 2.7.0 上没有，而且它接受的是 MindSpore 的类型和设备（'cuda' 会抛出 ValueError）。它的 load_state_dict 会拒绝 torch 的 weight，因为后者少一维。",
    source: '在 MindSpore 2.7.0 和 2.10.0（CPU）上实测。',
  },
} satisfies Readonly<Record<string, PageWords>>
