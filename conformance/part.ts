import type { Environment } from './environments.ts'

/** One line of the table. */
export interface Row {
  readonly part: string
  readonly environment: string
  readonly status: 'passed' | 'failed' | 'not run'
  /** What was counted, in words. */
  readonly told: string
  readonly problems: readonly string[]
}

/** What the parts are run with. */
export interface Setting {
  readonly torch: Environment
  readonly mindspores: readonly Environment[]
  /** Of the random calls. */
  readonly seed: number
  readonly calls: number
  /** Where the virtual environments are. */
  readonly environments: string
  /** Of the real models, those of these packages; null for all. */
  readonly packages: readonly string[] | null
}

export type Part = (setting: Setting) => Promise<readonly Row[]> | readonly Row[]

export function notRun(part: string, environment: Environment, reason: string): Row {
  return { part, environment: environment.name, status: 'not run', told: reason, problems: [] }
}

export function passedUnless(problems: readonly string[]): 'passed' | 'failed' {
  return problems.length === 0 ? 'passed' : 'failed'
}
