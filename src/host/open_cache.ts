import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Cache, createCache, noCache } from './cache.ts'
import type { Place } from './place.ts'
import type { Snapshot } from './snapshot.ts'

const defaultFolder = '.torchspore_cache'

/** The cache that the settings of a folder ask for: `cache-dir` counts from where they are. None for what is not a build, which has no identity. */
export function openCache({ folder, settings }: Place, snapshot: Snapshot): Cache {
  const build = buildId()
  return build === null
    ? noCache
    : createCache(resolve(folder, settings['cache-dir'] ?? defaultFolder), snapshot, build)
}

/** What tells this build from any other: the digest of all its parts, written beside the bundle. */
function buildId(): string | null {
  try {
    return readFileSync(new URL('./build_id', import.meta.url), 'utf8')
  } catch {
    return null
  }
}
