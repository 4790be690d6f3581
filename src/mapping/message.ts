import type { Problem } from './bind.ts'

/** What the mapping and its rules have to say. `value` is text of the program. */
export type MappingMessage =
  | { readonly id: 'argument.unwrapped'; readonly value: string }
  | { readonly id: 'argument.twice'; readonly value: string }
  | { readonly id: 'argument.not-scalar'; readonly value: string }
  | { readonly id: 'argument.table'; readonly value: string }
  | { readonly id: 'bias.default' }
  | { readonly id: 'bias.renamed' }
  | { readonly id: 'bias.wrapped'; readonly value: string }
  | { readonly id: 'device.dropped' }
  | { readonly id: 'device.blocks'; readonly value: string }
  | { readonly id: 'dtype.none' }
  | { readonly id: 'dtype.mapped'; readonly from: string; readonly to: string }
  | { readonly id: 'dtype.blocks'; readonly value: string }
  | { readonly id: 'dtype.too-old'; readonly version: string }
  | { readonly id: 'groups.renamed' }
  | { readonly id: 'groups.ascend' }
  | { readonly id: 'lifted.frames'; readonly count: string; readonly crop: string }
  | { readonly id: 'lifted.unsafe' }
  | { readonly id: 'output-padding.zero' }
  | { readonly id: 'padding.kept' }
  | { readonly id: 'padding.absent' }
  | { readonly id: 'padding-mode.zeros' }
  | { readonly id: 'padding-mode.blocks'; readonly value: string }
  | { readonly id: 'same.exact' }
  | { readonly id: 'torch.raises'; readonly problem: RaisingProblem }

/** Why torch raises: the call cannot be bound, or a value is one that torch refuses. */
export type RaisingProblem =
  | Problem
  | { readonly kind: 'value'; readonly parameter: string; readonly value: string; readonly rule: ValueRule }

export type ValueRule =
  | 'at-least-1'
  | 'at-least-0'
  | 'an-int'
  | 'only-zeros'
  | 'divides-channels'
  | 'below-stride-or-dilation'
