import type { Library } from '../src/python/library.ts'

/**
 * Other frameworks that have modules of torch's shape, by the first part of their dotted name. What comes from them is
 * certainly not torch's.
 */
export const otherLibraries: ReadonlySet<string> = new Set([
  ...['cached_conv', 'candle', 'chainer', 'equinox', 'flax', 'haiku', 'jax', 'jittor', 'keras', 'lasagne', 'megengine'],
  ...[
    'mindnlp',
    'mindspore',
    'mindtorch',
    'mindway',
    'mlx',
    'msadapter',
    'mxnet',
    'needle',
    'numpy',
    'objax',
    'oneflow',
  ],
  ...['paddle', 'scipy', 'tensorflow', 'tensorlayer', 'tensorlayerx', 'tf_keras', 'tinygrad', 'trax'],
])

/** Names of a star import that are asked about here: torch's that hide Python's own, and those that lead to the layer. */
const exports: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    // torch.__all__ of 2.15.0 holds no `nn`.
    torch: [
      'abs',
      'all',
      'any',
      'bool',
      'ceil',
      'complex',
      'float',
      'floor',
      'int',
      'max',
      'min',
      'prod',
      'range',
      'round',
      'sum',
    ],
    // Neither has an __all__, so all public names count.
    'torch.nn': ['ConvTranspose1d', 'functional', 'init', 'modules', 'parameter', 'utils'],
    'torch.nn.functional': ['math', 'torch'],
    'torch.nn.modules': ['ConvTranspose1d'],
    'torch.nn.modules.conv': ['ConvTranspose1d'],
    'torch.nn.init': ['math', 'torch', 'warnings'],
    math: ['ceil', 'floor', 'pow', 'prod'],
    typing: [],
    dataclasses: [],
    collections: [],
    enum: [],
    abc: [],
    functools: [],
    itertools: [],
  }).map(([module, names]) => [module, new Set(names)]),
)

export const library: Library = { exports: (module, level) => (level === 0 ? exports.get(module) : null) ?? null }
