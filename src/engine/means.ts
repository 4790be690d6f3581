import type { Api } from '../mapping/api.ts'
import type { PythonParser } from '../python/parser.ts'
import type { Finding } from './finding.ts'
import type { Libraries } from './libraries.ts'

/** What `verify` works with. */
export interface Means {
  readonly parser: PythonParser
  readonly apis: readonly Api[]
  readonly libraries: Libraries
  /** All findings of one source text, whatever is selected. */
  readonly check: (source: string) => readonly Finding[]
}
