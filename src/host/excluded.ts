import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isInside } from './relative.ts'
import type { SettingsFinder } from './settings.ts'

/** Whether the settings exclude a path, or a folder around it that their globs can see. */
export function isExcluded(path: string, settings: SettingsFinder): boolean {
  return ancestorsOf(path).some(at => {
    const place = settings.at(dirname(at))
    return (at === path || isInside(place.folder, at)) && place.excludes(at, at !== path || isFolder(at))
  })
}

/** A path and the folders around it, from the inside out. */
function ancestorsOf(path: string): readonly string[] {
  return dirname(path) === path ? [] : [path, ...ancestorsOf(dirname(path))]
}

/** Whether a path is a folder; no, where nothing can be known: reading it as a file will tell why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
