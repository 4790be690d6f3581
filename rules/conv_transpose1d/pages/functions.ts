import { type Page, page } from './page.ts'
import { python } from './python.ts'

const functional = page({
  code: 'TSP306',
  title: 'torch.nn.functional.conv_transpose1d has no counterpart',
  what: 'A call of torch.nn.functional.conv_transpose1d or torch.conv_transpose1d, which take the weight as an argument. It is reported, and not rewritten.',
  why: 'mindspore.ops and mindspore.mint.nn.functional have no conv_transpose1d, and their conv_transpose2d has no kernel on the CPU. Make it a layer, with the weight as a parameter; a layer can be rewritten.',
  before: python(
    'import torch.nn.functional as F',
    '',
    '',
    'def upsample(x, weight, bias):',
    '    return F.conv_transpose1d(x, weight, bias, stride=2, padding=1)',
  ),
  after: null,
  source: 'Measured on MindSpore 2.7.0 and 2.10.0 (CPU): "kernel unregistered" for conv_transpose2d.',
})

export const functionPages: readonly Page[] = [functional]
