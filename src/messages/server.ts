import type { Code } from '../engine/codes.ts'
import type { Applicability } from '../engine/finding.ts'

/** What the language server says in its own name. */
export type ServerMessage =
  | { readonly id: 'server.ignore'; readonly code: Code }
  | { readonly id: 'server.fix-all' }
  | { readonly id: 'server.fixes'; readonly applicability: Applicability }
  | { readonly id: 'server.fixes-explained'; readonly applicability: Applicability }
  | { readonly id: 'server.wrong-settings'; readonly problem: string; readonly used: 'last' | 'defaults' }
  | { readonly id: 'server.stopped'; readonly seconds: number }
  | { readonly id: 'server.failed'; readonly reason: string }
  | { readonly id: 'server.fixing'; readonly done: number; readonly files: number }
  | { readonly id: 'server.fix-workspace' }
  | { readonly id: 'server.not-here'; readonly uri: string }
