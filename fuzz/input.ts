import type fc from 'fast-check'
import type { Options } from '../src/engine/options.ts'

/** One thing to be tried; as JSON it is a fixture. */
export interface Input {
  readonly target: string
  /** What is tried, such as a program: its tokens are what a failure is shrunk by. */
  readonly text: string
  readonly options?: Partial<Options>
  /** The other modules of its repository, by absolute path. */
  readonly modules?: Readonly<Record<string, string>>
}

/** One part of torchspore that is fuzzed: its inputs, and what must hold of each. */
export interface Target {
  /** How many inputs are drawn from one seed, where that is not the usual number. */
  readonly together?: number
  /** How many seconds an input may take to be judged, where that does not depend on its length. */
  readonly seconds?: number
  /** One of its inputs takes minutes: it is tried only when it is named. */
  readonly onlyNamed?: boolean
  readonly inputs: fc.Arbitrary<Input>
  /** What is broken, nothing where all holds; each begins with the law's name and a colon. */
  broken(input: Input): readonly string[] | Promise<readonly string[]>
}

/** What one check may take, in seconds of the processor: 5 a megabyte, and at least as many as for one. */
export function secondsOf(characters: number): number {
  return 5 * Math.max(1, characters / 1e6)
}

/** What the judgement of an input may take, for which it is checked about a dozen times; two checks of a small one. */
export function secondsToJudge({ seconds }: Target, { text, modules = {} }: Input): number {
  const characters = Object.values(modules).reduce((sum, each) => sum + each.length, text.length)
  return seconds ?? 2 * secondsOf(6 * characters)
}
