import type { Library } from '../python/resolver.ts'
import type { OtherLibraries } from './references.ts'

/** What is known of modules that are not in view. */
export interface Libraries {
  readonly library: Library
  /** First parts of dotted names whose modules surely are not torch's. */
  readonly others: OtherLibraries
}
