import { expect, test } from 'vitest'
import { locales } from '../../src/messages/locale.ts'
import type { Said } from '../../src/messages/said.ts'
import { say } from '../../src/messages/say.ts'

const counterexample = {
  values: { k: '5' },
  L: 4,
  torch_shape: [1, 2, 12],
  mindspore_shape: [1, 2, 12],
  index: [0, 1, 2],
  torch: 1,
  mindspore: -2,
}

test.each<[Said, string]>([
  [{ id: 'call.plain' }, 'torch.nn.ConvTranspose1d is mindspore.nn.Conv1dTranspose here'],
  [{ id: 'assume.int', name: 'conv.padding' }, 'conv.padding is an int'],
  [
    { id: 'lifted.frames', count: '1', crop: 'p' },
    "becomes 1 frame of zeros at the input's end and a crop of p samples at the output's",
  ],
  [{ id: 'suppression.unused', codes: [] }, 'this suppression suppresses nothing'],
  [{ id: 'suppression.unused', codes: ['TSP1', 'TSP2'] }, 'this suppression of TSP1, TSP2 suppresses nothing'],
  [
    { id: 'torch.raises', problem: { kind: 'missing', parameters: ['out_channels', 'kernel_size'] } },
    'torch itself raises here: out_channels, kernel_size are missing',
  ],
  [
    { id: 'counterexample', counterexample },
    'with k = 5, L = 4: torch gives shape (1, 2, 12), MindSpore (1, 2, 12); at [0, 1, 2] torch has 1, MindSpore -2',
  ],
  [
    { id: 'counterexample', counterexample: { ...counterexample, values: {}, index: null, torch_shape: [1, 2, 13] } },
    'with L = 4: torch gives shape (1, 2, 13), MindSpore (1, 2, 12)',
  ],
])('%j', (message, words) => {
  expect(say(message)).toBe(words)
  for (const locale of locales) expect(say(message, locale)).not.toBe('')
})
