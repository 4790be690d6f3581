import type { PageWords } from './words.ts'

export const fileWords = {
  TSP901: {
    title: '语法错误',
    what: '这个文件无法解析。出错部分之外的调用仍会报告；这个文件里不提供任何修复。',
    why: '只有在应用了全部修复之后的文件重新解析过、其中每个名字都解析到来源之后，才提供修复。无法解析的文件做不到这一点。',
    source: '语法 tree-sitter-python 0.25.0。它会接受少数 Python 拒绝的写法，例如重复的关键字。',
  },
  TSP902: {
    title: '缺失、过大或不是文本的文件',
    what: '指定了这个文件，却无法检查：它不存在或无法读取，超过 max-file-size，嵌套太深，含有 NUL 字节，或者既不是 UTF-8，也不是它声明的编码。',
    why: '一声不响就跳过的文件，看起来与没有问题的文件一样。之所以限制大小（默认 2 MiB），是因为语法树占用的内存大约是文本的一百倍。',
    source: '用 web-tree-sitter 实测：5 MB 源代码占用 400 到 600 MB 内存，20 MB 占用 1.4 GB。',
  },
  TSP903: {
    title: '没有抑制任何东西的抑制注释',
    what: '注释 # torchspore: ignore，或者只带 torchspore 编号的 # noqa，写在没有这种结果的地方。请删掉这个注释。不带编号的 # noqa，以及同时写了其他工具编号的 # noqa，从不报告。',
    why: '理由已经消失的抑制注释，会藏起这一行的下一个结果。',
    source: 'torchspore 自己的注释；见 README 的“抑制”一节。',
  },
} satisfies Readonly<Record<string, PageWords>>
