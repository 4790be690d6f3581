import type { Related } from '../../src/mapping/api.ts'

/** What else torch offers that does this layer's work, and that MindSpore has no counterpart for (measured on 2.7.0 and 2.10.0). */
export const related: readonly Related[] = [
  {
    code: 'TSP306',
    name: 'conv_transpose1d',
    paths: new Set(['torch.nn.functional.conv_transpose1d', 'torch.conv_transpose1d']),
  },
  {
    code: 'TSP307',
    name: 'LazyConvTranspose1d',
    paths: new Set([
      'torch.nn.LazyConvTranspose1d',
      'torch.nn.modules.LazyConvTranspose1d',
      'torch.nn.modules.conv.LazyConvTranspose1d',
    ]),
  },
]
