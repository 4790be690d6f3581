import { dirname } from 'node:path'
import { isFolder } from './loader.ts'
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
