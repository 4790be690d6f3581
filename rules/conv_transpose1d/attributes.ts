import type { AttributeRule } from '../../src/mapping/api.ts'

/**
 * Attributes of torch's layer that have another form on MindSpore's, whose convolution has two dimensions. Measured on MindSpore
 * 2.0.0 to 2.10.0: kernel_size (1, k), stride (1, s), dilation (1, d), padding (0, 0, p, p), group, weight (in, out/g, 1, k), which
 * `state_dict()` gives too.
 */
export const attributes: ReadonlyMap<string, AttributeRule> = new Map([
  ['kernel_size', { first: 1, renamed: null, silent: 'always' }],
  ['stride', { first: 1, renamed: null, silent: 'always' }],
  ['dilation', { first: 1, renamed: null, silent: 'always' }],
  ['padding', { first: 2, renamed: null, silent: 'always' }],
  ['forward', { first: null, renamed: 'construct', silent: 'never' }],
  ['groups', { first: null, renamed: 'group', silent: 'never' }],
  ['output_padding', { first: null, renamed: null, silent: 'never' }],
  ['padding_mode', { first: null, renamed: null, silent: 'never' }],
  ['weight', { first: null, renamed: null, silent: 'where-shape-matters' }],
  ['state_dict', { first: null, renamed: null, silent: 'where-shape-matters' }],
])
