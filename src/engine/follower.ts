import { Certified } from './certified.ts'
import { type Analysis, checkSource, type Parts } from './check_source.ts'
import type { Loader } from './loader.ts'
import { defaultOptions, type Options } from './options.ts'

/** Analyses a source again and again, quickly where it is much like the one before. */
export interface Follower {
  analyse(source: string, options?: Partial<Options>, loader?: Loader): Analysis
}

/** Follows a source through its changes. */
export function follow(parts: Parts): Follower {
  const certified = new Certified()
  let read: Loader['read'] | undefined
  return {
    analyse: (source, options = {}, loader) => {
      if (loader?.read !== read) certified.clear()
      read = loader?.read
      return checkSource(source, { ...defaultOptions, ...options }, { ...parts, certified }, loader ?? null)
    },
  }
}
