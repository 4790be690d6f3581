import { expect, test } from 'vitest'
import { fixed } from './harness.ts'

const module = (lines: string, layer: string) => `${lines}\n\n\ndef build(c, k):\n    return ${layer}\n`

test.each([
  ['torch.float16', 'float16'],
  ['torch.half', 'float16'],
  ['torch.bfloat16', 'bfloat16'],
  ['torch.float32', 'float32'],
  ['torch.float', 'float32'],
])("%s is MindSpore's %s", (before, after) => {
  const source = module('import torch', `torch.nn.ConvTranspose1d(c, c, k, dtype=${before})`)
  const layer = `ms.nn.Conv1dTranspose(c, c, k, dtype=ms.${after}, pad_mode='pad', has_bias=True)`
  expect(fixed(source).text).toBe(module('import torch\nimport mindspore as ms', layer))
})
