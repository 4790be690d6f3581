import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
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

/** Collects the Python files below a folder, without what git or the settings exclude. */
export function walk(root: string, settings: SettingsFinder, walked: Walked): void {
  const asked = isExcluded(root, settings)
  const folders: [string, GitIgnore][] = [[root, gitIgnoreAt(root)]]
  for (let next = folders.pop(); next; next = folders.pop()) {
    const [folder, ignored] = next
    const place = settings.at(folder)
    const excludes = asked ? place.excludesWithin : place.excludes
    for (const entry of entriesOf(folder, walked)) {
      const path = join(folder, entry.name)
      const isFolder = entry.isDirectory()
      if (!isFolder && !isPython(entry.name)) continue
      if (excludes(path, isFolder) || ignored.ignores(path, isFolder)) continue
      if (isFolder) folders.push([path, ignored.enter(path)])
      else if (entry.isFile()) walked.files.push(path)
      else if (entry.isSymbolicLink() && leadsToFile(path)) walked.links.push(path)
    }
  }
}

function entriesOf(folder: string, walked: Walked): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
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
