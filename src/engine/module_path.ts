/** A module as an import names it, from a file: `level` leading dots, then dotted parts. */
export interface ModuleName {
  readonly level: number
  readonly parts: readonly string[]
}

/** Splits `..a.b` into its dots and parts. */
export function readModuleName(path: string): ModuleName {
  const level = /^\.*/.exec(path)?.[0].length ?? 0
  return { level, parts: path.slice(level).split('.').filter(Boolean) }
}

/** The folder of a path, by either separator; itself at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0)) || path
}

/** A path below a folder, with the folder's own separator. */
export function join(folder: string, ...parts: readonly string[]): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return [folder.replace(/[\\/]$/, ''), ...parts].join(separator)
}

/** The files that can hold a module below a folder. */
export function candidates(folder: string, parts: readonly string[]): readonly string[] {
  const package_ = join(folder, ...parts, '__init__.py')
  const last = parts.at(-1)
  return last === undefined ? [package_] : [package_, join(folder, ...parts.slice(0, -1), `${last}.py`)]
}

/** The folder and those above it, at most so many. */
export function ancestors(folder: string, most = 12): readonly string[] {
  const above: string[] = []
  for (let at = folder; above.length < most; at = folderOf(at)) {
    above.push(at)
    if (folderOf(at) === at) break
  }
  return above
}
