import type { Named } from '../mapping/api.ts'
import type { Value } from '../python/value.ts'

/** Whether a name that is known in part, of something that leads to the class, can be its name. */
export function mayBeMember({ of, pattern }: Value & { readonly kind: 'member' }, api: Named): boolean {
  const hasFixedPart = /\w\w/.test(pattern.source.replace(/\\[wd]/g, '*'))
  if (!hasFixedPart || !pattern.test(api.name) || of.kind !== 'path') return false
  return isOnTheWay(`${of.path}.${api.name}`, api)
}

/** Whether a dotted path is that of the class, or leads to it. */
export function isOnTheWay(path: string, { paths }: Named): boolean {
  return [...paths].some(full => full === path || full.startsWith(`${path}.`))
}
