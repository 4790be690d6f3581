import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type GitIgnore, gitIgnoreAt } from './git_ignore.ts'
import type { SettingsFinder } from './settings.ts'

/** What a walk meets. */
export interface Walked {
  /** Python files, and folders that could not be read. */
  readonly files: string[]
  /** Links to Python files; links to folders are not followed, so no loop is walked. */
  readonly links: string[]
}

const isPython = (name: string) => /\.(py|pyi|pyw)$/.test(name)

/** Collects the Python files below a folder, without what git or the settings exclude. */
export function walk(root: string, settings: SettingsFinder, walked: Walked): void {
  const folders: [string, GitIgnore][] = [[root, gitIgnoreAt(root)]]
  for (let next = folders.pop(); next; next = folders.pop()) {
    const [folder, ignored] = next
    for (const entry of kept(folder, ignored, settings, walked)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) folders.push([path, ignored.enter(path)])
      else if (entry.isFile()) walked.files.push(path)
      else if (entry.isSymbolicLink() && leadsToFile(path)) walked.links.push(path)
    }
  }
}

function kept(folder: string, ignored: GitIgnore, settings: SettingsFinder, walked: Walked): readonly Dirent[] {
  const place = settings.at(folder)
  return entriesOf(folder, walked).filter(entry => {
    const isFolder = entry.isDirectory()
    if (!isFolder && !isPython(entry.name)) return false
    const path = join(folder, entry.name)
    return !place.excludes(path, isFolder) && !ignored.ignores(path, isFolder)
  })
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
