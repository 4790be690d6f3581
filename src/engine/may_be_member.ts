import type { Named } from '../mapping/api.ts'
import type { Value } from '../python/value.ts'

/** Whether a name that is known in part, of something that leads to the class, can be its name. */
export function mayBeMember({ of, pattern, home }: Value & { readonly kind: 'member' }, api: Named): boolean {
  const letters = pattern.source.replace(/\\[wd]/g, '*')
  const isKnown = /\w\w/.test(letters) || (/\w/.test(letters) && hasStem(home.tree.source, api))
  if (!isKnown || !pattern.test(api.name) || of.kind !== 'path') return false
  return isOnTheWay(`${of.path}.${api.name}`, api)
}

/** Whether what stands before the class's number of dimensions is a text of the program. */
function hasStem(source: string, { name }: Named): boolean {
  const stem = name.replace(/1d$/, '')
  return stem !== name && (source.includes(`'${stem}'`) || source.includes(`"${stem}"`))
}

/** Whether a dotted path is that of the class, or leads to it. */
export function isOnTheWay(path: string, { paths }: Named): boolean {
  return [...paths].some(full => full === path || full.startsWith(`${path}.`))
}
