import { realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isExcluded } from './excluded.ts'
import { isFolder } from './loader.ts'
import { isInside } from './relative.ts'
import type { SettingsFinder } from './settings.ts'
import { type Walked, walk } from './walk.ts'

/** Which files are checked. */
export interface FilesOptions {
  readonly cwd: string
  /** Whether `exclude` holds for files and folders that were named, too. */
  readonly forceExclude: boolean
  /** Told of each file of a folder as it is found, about in order. */
  readonly meet?: (file: string) => void
}

/** The files that paths stand for, absolute, in order, each once: named files whatever they are called, folders walked. */
export function findFiles(
  paths: readonly string[],
  settings: SettingsFinder,
  options: FilesOptions,
): readonly string[] {
  const walked: Walked = { files: [], links: [] }
  const named = paths.map(path => resolve(options.cwd, path))
  for (const path of named) {
    if (options.forceExclude && isExcluded(path, settings)) continue
    if (isFolder(path)) walk(path, settings, walked, options.meet)
    else walked.files.push(path)
  }
  const files = [...new Set([...walked.files, ...linksElsewhere(walked, named.map(realPath))])].sort()
  // Wrong settings are to be known before the first file is written.
  for (const file of files) settings.at(dirname(file))
  return files
}

/** Links to files that are not walked in their own place; one that leads out of the named paths is not followed. */
function linksElsewhere({ files, links }: Walked, named: readonly string[]): readonly string[] {
  if (links.length === 0) return []
  const known = new Set(files.map(realPath))
  return [...links].sort().filter(link => {
    const target = realPath(link)
    return named.some(path => path === target || isInside(path, target)) && !known.has(target) && known.add(target)
  })
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}
