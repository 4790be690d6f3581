import type { Tensor } from './tensor.ts'

/** What running a layer gives: the exception it raises, at construction or in forward, as Python prints it, or its output. */
export type Outcome = { readonly raises: string } | { readonly output: Tensor }

/** A condition under which a framework raises, and what it says then. */
export type Check = readonly [fails: boolean, message: string]

/** The message of the first check that fails. */
export function firstFailing(checks: readonly Check[]): string | null {
  return checks.find(([fails]) => fails)?.[1] ?? null
}
