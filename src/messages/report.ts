import type { Code, RuleName } from '../engine/codes.ts'
import type { Applicability } from '../engine/finding.ts'

/** Findings of one kind, counted. */
export interface Count {
  readonly code: Code
  readonly name: RuleName
  readonly count: number
}

/** Findings by what is to be done about them. */
export interface Tally {
  readonly total: number
  readonly safe: number
  readonly unsafe: number
  /** Without a fix, by code, the most frequent first. */
  readonly rest: readonly Count[]
}

/** How many fixes which options would apply. */
export interface Offer {
  readonly flags: string
  readonly count: number
}

/** What a report says in its own name. */
export type ReportMessage =
  | { readonly id: 'report.fix'; readonly applicability: Applicability }
  | { readonly id: 'report.assumes' }
  | { readonly id: 'report.refuted' }
  | { readonly id: 'ask.fix'; readonly applicability: Applicability; readonly count: number }
  | { readonly id: 'ask.apply' }
  | { readonly id: 'ask.leave' }
  | { readonly id: 'ask.all' }
  | { readonly id: 'ask.quit' }
  | { readonly id: 'summary.none' }
  | { readonly id: 'summary.found'; readonly tally: Tally; readonly offer: Offer | null }
  | { readonly id: 'summary.fixed'; readonly fixed: number; readonly left: Tally }
  | { readonly id: 'summary.would-fix'; readonly fixed: number; readonly left: Tally }
