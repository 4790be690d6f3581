import type { Mode, Outcome } from './outcome.ts'

/** Part of a run: files to be checked, as far as they name the class or, where there are words, one of them. */
export interface Question {
  readonly files: readonly string[]
  readonly words: readonly string[] | null
  readonly mode: Mode
}

/** What came of each file of a question; null where there is nothing in it to be checked. */
export type Answers = readonly (Outcome | null)[]

/** Whether what earlier runs found is used, and what this one finds is kept. */
export type CacheUse = 'cached' | 'uncached'
