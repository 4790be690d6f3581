/** One call with a safe fix, in line 3 from column 8 on. */
export const plain = 'import torch.nn as nn\n\n\nup = nn.ConvTranspose1d(8, 4, 4, 2)\n'

/** Where its finding stands. */
export const plainRange = { start: { line: 3, character: 8 }, end: { line: 3, character: 23 } }

/** What its fix makes of it. */
export const plainFixed =
  "import torch.nn as nn\nimport mindspore as ms\n\n\nup = ms.nn.Conv1dTranspose(8, 4, 4, 2, pad_mode='pad', has_bias=True)\n"
