import type { PicturedLayer } from '../kernel/picture.ts'

/** The headings and marks of a verification. */
export type VerifyLabel =
  | 'rewrite'
  | 'against'
  | 'proof'
  | 'assumes'
  | 'refuted'
  | 'note'
  | 'none'
  | 'samples'
  | 'values'
  | 'first'
  | 'length'
  | 'equal'
  | 'yes'
  | 'no'
  | 'raises'
  | 'kept'
  | 'kept-same'
  | 'kept-other'
  | 'cropped'
  | 'beyond'

/** What the report of a verification says in its own name. */
export type VerifyReportMessage =
  | { readonly id: 'verify.label'; readonly label: VerifyLabel }
  | { readonly id: 'verify.layer'; readonly layer: PicturedLayer }
  | { readonly id: 'verify.default'; readonly value: string }
  | { readonly id: 'verify.unknown-argument' }
  /** `names` are equations; `scale` is how many samples one mark stands for. */
  | { readonly id: 'verify.windows'; readonly names: readonly string[]; readonly scale: number }
  | { readonly id: 'verify.window'; readonly first: number; readonly length: number; readonly same: boolean | null }
  | { readonly id: 'verify.picture-of'; readonly call: string }
