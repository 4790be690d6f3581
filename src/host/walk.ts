import { type Dirent, readdirSync, statSync } from 'node:fs'
import { sep } from 'node:path'
import { isExcluded } from './excluded.ts'
import { type GitIgnore, gitIgnoreAt } from './git_ignore.ts'
import type { SettingsFinder } from './settings.ts'

/** What a walk meets. */
export interface Walked {
  /** Python files and notebooks, and folders that could not be read. */
  readonly files: string[]
  /** Links to Python files; links to folders are not followed, so no loop is walked. */
  readonly links: string[]
}

const isPython = (name: string) => /\.(py|pyi|pyw|ipynb)$/.test(name)

/** Collects the Python files below a folder, without what git or the settings exclude; `meet` is told of them at once, about in order. */
export function walk(root: string, settings: SettingsFinder, walked: Walked, meet = (_file: string) => {}): void {
  const asked = isExcluded(root, settings)
  const folders: [string, GitIgnore | null][] = [[root, null]]
  for (let next = folders.pop(); next; next = folders.pop()) {
    const [folder, around] = next
    const entries = entriesOf(folder, walked)
    const ignored =
      around?.enter(
        folder,
        entries.map(({ name }) => name),
      ) ?? gitIgnoreAt(root)
    const place = settings.at(folder)
    const excludes = asked ? place.excludesWithin : place.excludes
    const start = folder.endsWith(sep) ? folder : folder + sep
    const inner: string[] = []
    for (const entry of entries) {
      const isFolder = entry.isDirectory()
      if (!isFolder && !isPython(entry.name)) continue
      const path = start + entry.name
      if (excludes(path, isFolder) || ignored.ignores(path, isFolder)) continue
      if (isFolder) inner.push(path)
      else if (entry.isFile()) {
        walked.files.push(path)
        meet(path)
      } else if (entry.isSymbolicLink() && leadsToFile(path)) walked.links.push(path)
    }
    for (const path of inner.toReversed()) folders.push([path, ignored])
  }
}

function entriesOf(folder: string, walked: Walked): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    // Reading it as a file fails for the same reason, and that is reported.
    walked.files.push(folder)
    return []
  }
}

function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
