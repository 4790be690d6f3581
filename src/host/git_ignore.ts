import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { isTooWild, withFewerWays } from '../config/globs.ts'
import { relativePath } from './relative.ts'

/** What git ignores in a folder: its own rules, and those of the folders above up to the repository's root. */
export interface GitIgnore {
  ignores(path: string, isFolder: boolean): boolean
  /** The rules inside a folder of it; `names` are those of all that is in there, where that is known. */
  enter(folder: string, names?: readonly string[]): GitIgnore
}

interface Rules {
  readonly folder: string
  readonly matcher: Ignore
}

/** The rules for a folder that is to be walked. In a repository that ignores the folder, only what lies in it counts: it was asked for. */
export function gitIgnoreAt(folder: string): GitIgnore {
  const above = foldersFromRoot(folder).slice(0, -1)
  let rules = createGitIgnore([])
  for (const [index, parent] of above.entries()) {
    rules = rules.enter(parent)
    const next = above[index + 1] ?? folder
    if (rules.ignores(next, true)) return createGitIgnore([]).enter(folder)
  }
  return rules.enter(folder)
}

/** The folders from the repository's root down to the folder; the folder alone outside of repositories. */
function foldersFromRoot(folder: string): readonly string[] {
  const folders: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    folders.unshift(at)
    if (isRoot(at)) return folders
    if (dirname(at) === at) return [folder]
  }
}

const isRoot = (folder: string) => existsSync(join(folder, '.git'))

/** From rules, the nearest first. */
function createGitIgnore(rules: readonly Rules[]): GitIgnore {
  const here: GitIgnore = {
    ignores: (path, isFolder) => decide(rules, isFolder ? `${path}/` : path),
    enter: (folder, names) => {
      // Most folders change nothing, and that is known without asking the disk.
      if (names && !names.includes('.git') && !names.includes('.gitignore')) return here
      const outer = isRoot(folder) ? rulesIn(folder, '.git/info/exclude') : rules
      return createGitIgnore([...rulesIn(folder, '.gitignore'), ...outer])
    },
  }
  return here
}

function decide(rules: readonly Rules[], path: string): boolean {
  for (const { folder, matcher } of rules) {
    const relative = relativePath(folder, path) + (path.endsWith('/') ? '/' : '')
    const { ignored, unignored } = matcher.test(relative)
    if (unignored) return false
    // When these rules ignore the parent too, nearer ones took it back: otherwise it would not have been entered.
    if (ignored && !ignoresParent(matcher, relative)) return true
  }
  return false
}

function ignoresParent(matcher: Ignore, path: string): boolean {
  const parent = /^(.*\/)[^/]+\/?$/.exec(path)?.[1]
  return parent !== undefined && matcher.ignores(parent)
}

function rulesIn(folder: string, name: string): readonly Rules[] {
  const text = textOf(join(folder, name))
  if (text === null) return []
  const lines = text.split(/\r?\n/).map(matchable)
  return [{ folder, matcher: ignore({ ignorecase: false }).add(withFewerWays(lines.join('\n'))) }]
}

/** A line that would take forever to match gives way, so that rather too much is checked than too little. */
function matchable(line: string): string {
  if (!isTooWild(line)) return line
  return line.startsWith('!') ? '!*' : ''
}

function textOf(path: string): string | null {
  if (!existsSync(path)) return null
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // A folder of that name, or no right to read it: git has no rules from there either.
    return null
  }
}
