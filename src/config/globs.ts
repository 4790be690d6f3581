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
