import type { Library } from '../python/library.ts'
import type { OtherLibraries } from './references.ts'

/** What is known of modules that are not in view. */
export interface Libraries {
  readonly library: Library
  /** First parts of dotted names, or whole ones, that surely are not torch's. */
  readonly others: OtherLibraries
}
