import { namePattern } from './member_names.ts'
import type { Node } from './node.ts'
import type { Home, Value } from './value.ts'

/** `getattr(nn, 'Name')`; of a name that is known in part, every member whose name its fixed parts allow is possible. */
export function getattrValues(owners: readonly Value[], name: Node, home: Home): readonly Value[] {
  const pattern = namePattern(name, home)
  if (/^\w+$/.test(pattern)) return owners.flatMap(owner => home.member(owner, pattern))
  return owners.map(of => ({ kind: 'member', of, pattern: new RegExp(`^${pattern}$`) }))
}
