import ignore from 'ignore'

/** Tells whether globs match a path: relative to the settings' folder, `/` between its parts, a `/` at the end of a folder's. */
export type Globs = (path: string) => boolean

/**
 * Compiles globs as in .gitignore: one without a slash matches at any depth, another from the settings' folder on;
 * whatever matches a folder matches all in it.
 */
export function compileGlobs(globs: readonly string[]): Globs {
  const matcher = ignore({ ignorecase: false }).add(globs.map(withFewerWays))
  return path => matcher.ignores(path)
}

/** The same globs, or lines of them, with fewer ways to match a path: folders at any depth in a row are as one, and so are three asterisks. */
export function withFewerWays(globs: string): string {
  return globs.replace(/(?<!\\)\*{3,}/g, '*').replace(/(^|[/!])(?:\*\*\/){2,}/gm, '$1**/')
}

/** How many folders of any depth a glob may name: with each, time grows by how deep a path is. */
const most = 3

/** Whether a glob, or a line of .gitignore, could take forever to match. Only double asterisks can; others are matched at once. */
export function isTooWild(glob: string): boolean {
  const folders = withFewerWays(glob).match(/(?<=^|[/!])\*\*\//g) ?? []
  return !glob.startsWith('#') && folders.length > most
}

/** What is wrong with such a glob. */
export function tooWild(glob: string): string {
  return `${JSON.stringify(glob)} has more than three **/, which could take forever; name a folder in place of one, or write several globs`
}
