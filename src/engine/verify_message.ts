import type { Problem } from '../mapping/bind.ts'

/** What `verify` has to say of the texts it is given; `text` and `callee` are parts of them. */
export type VerifyMessage =
  | { readonly id: 'verify.empty' }
  | { readonly id: 'verify.syntax'; readonly text: string }
  | { readonly id: 'verify.several'; readonly count: number }
  | { readonly id: 'verify.not-a-call'; readonly text: string }
  | { readonly id: 'verify.other-callee'; readonly callee: string; readonly expected: string }
  /** The port is a call that MindSpore refuses. */
  | { readonly id: 'verify.port-refused'; readonly callee: string; readonly problem: Problem }
