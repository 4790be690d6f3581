import { type Page, page } from './page.ts'
import { python } from './python.ts'

const up = (call: string, index: number, group: string) => [
  '',
  '',
  'class Up(nn.Module):',
  '    def __init__(self, width):',
  '        super().__init__()',
  `        self.up = ${call}`,
  '',
  '    def length(self, frames):',
  `        return frames * self.up.stride[${index}] // self.up.${group}`,
]

const attribute = page({
  code: 'TSP305',
  title: "An attribute that has another form on MindSpore's layer",
  what: 'Code reads an attribute of the layer that has another form or name after the rewrite. Where the right form is certain, such as .stride[0] that becomes .stride[1], it is a fix, applied together with the fix of the call. Elsewhere it is reported; if the code would go on in silence with another value, the fix of the call is unsafe. Layers are followed through names, attributes, containers and functions of the same file, into functions of other files that are handed them, and into base classes; what else another file reads of them is not seen, so look there for .stride, .kernel_size, .padding, .dilation and .weight.',
  why: "MindSpore's layer is a convolution of two dimensions and height 1: kernel_size is (1, k), stride (1, s), dilation (1, d), padding (0, 0, p, p), and weight has the shape (in, out/g, 1, k). groups is called group. output_padding and padding_mode are not there.",
  before: python('from torch import nn', ...up('nn.ConvTranspose1d(width, width, 4, stride=2, groups=2)', 0, 'groups')),
  after: python(
    'from torch import nn',
    'import mindspore as ms',
    ...up("ms.nn.Conv1dTranspose(width, width, 4, stride=2, group=2, pad_mode='pad', has_bias=True)", 1, 'group'),
  ),
  source: 'Measured on MindSpore 2.0.0, 2.7.0 and 2.10.0.',
})

export const attributePages: readonly Page[] = [attribute]
