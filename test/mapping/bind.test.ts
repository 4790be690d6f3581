import { expect, test } from 'vitest'
import { checker } from '../checker.ts'

/** Python's grammar refuses these, tree-sitter's does not. */
test.each([
  'nn.ConvTranspose1d(3, k, 2, output_padding=s, bias)',
  'nn.ConvTranspose1d(3, k, kernel_size=2, 3)',
  "nn.ConvTranspose1d(**{'in_channels': 3}, 3, 3)",
])('%s is not rewritten', call => {
  const [finding] = checker.check(`import torch.nn as nn\n${call}\n`)
  expect(finding).toMatchObject({ code: 'TSP208', fix: null })
  expect(finding?.message).toMatchObject({ problem: { kind: 'behind-keyword' } })
})
