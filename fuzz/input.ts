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
  readonly inputs: fc.Arbitrary<Input>
  /** What is broken, nothing where all holds; each begins with the law's name and a colon. */
  broken(input: Input): readonly string[] | Promise<readonly string[]>
}
