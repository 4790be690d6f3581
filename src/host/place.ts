import { basename } from 'node:path'
import { compileGlobs } from '../config/globs.ts'
import { createOptionsFor } from '../config/options.ts'
import type { Settings } from '../config/schema.ts'
import type { Options } from '../engine/options.ts'
import { isInside, relativePath } from './relative.ts'

/** Settings where they hold: their globs count from a folder. */
export interface Place {
  readonly folder: string
  readonly settings: Settings
  options(path: string): Options
  /** Whether `exclude` or `extend-exclude` name a file or folder. */
  excludes(path: string, isFolder: boolean): boolean
  /** The same of a path inside of an excluded folder that was asked for, where only globs without a slash can decide. */
  excludesWithin(path: string, isFolder: boolean): boolean
}

export function createPlace(folder: string, settings: Settings): Place {
  const optionsFor = createOptionsFor(settings)
  const excluded = compileGlobs([...settings.exclude, ...settings['extend-exclude']])
  return {
    folder,
    settings,
    options: path => optionsFor(nameFor(folder, path)),
    excludes: (path, isFolder) => excluded(nameFor(folder, path) + (isFolder ? '/' : '')),
    excludesWithin: (path, isFolder) => excluded(lastPart(path) + (isFolder ? '/' : '')),
  }
}

/**
 * A path as globs see it. Outside of the folder only the last part counts, and only for globs without a slash:
 * that something is called `build` far above is not a reason to check nothing.
 */
function nameFor(folder: string, path: string): string {
  return isInside(folder, path) ? relativePath(folder, path) : lastPart(path)
}

/** The last part of a path in a folder that no glob names. */
function lastPart(path: string): string {
  return ` /${basename(path)}`
}
