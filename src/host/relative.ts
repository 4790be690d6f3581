import { isAbsolute, relative, sep } from 'node:path'

/** The path from a folder to another place, with `/` on every system. */
export function relativePath(folder: string, path: string): string {
  // What node:path does for all paths takes a while, and a walk asks for every file.
  if (path.startsWith(folder) && path[folder.length] === '/' && !untidy.test(path)) return path.slice(folder.length + 1)
  const found = relative(folder, path)
  return sep === '/' ? found : found.replaceAll(sep, '/')
}

/** A part that is empty, `.` or `..`, of which a path as the system gives it has none. */
const untidy = /\/\.{0,2}(\/|$)|\\/

/** Whether a path lies in a folder; a folder does not lie in itself. */
export function isInside(folder: string, path: string): boolean {
  const found = relativePath(folder, path)
  return found !== '' && found !== '..' && !found.startsWith('../') && !isAbsolute(found)
}

/** A path as it is shown: from the working directory on when it lies in it, else whole. */
export function shownPath(cwd: string, path: string): string {
  return isInside(cwd, path) ? relativePath(cwd, path) : path
}
