/** Sources with one finding each, and what becomes of them. */
export const plain = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(4, 2, 3)\n'

export const plainFixed = `import torch.nn as nn
import mindspore as ms

up = ms.nn.Conv1dTranspose(4, 2, 3, pad_mode='pad', has_bias=True)
`

export const starred = 'import torch.nn as nn\n\nup = nn.ConvTranspose1d(*args)\n'
