import { namePattern } from './member_names.ts'
import type { Node } from './node.ts'
import { followed, type Home, type Value } from './value.ts'

/** Whether the expression is a call of anything but getattr: what an object is given so is an object, nearly always. */
export function isOtherCall(node: Node, home: Home): boolean {
  const callee = node.type === 'call' ? node.child('function') : null
  return callee !== null && home.text(callee) !== 'getattr'
}

/** `getattr(nn, 'Name')`; of a name that is known in part, every member whose name its fixed parts allow is possible. */
export function getattrValues(owners: readonly Value[], name: Node, home: Home): readonly Value[] {
  const pattern = namePattern(name, home)
  if (/^\w+$/.test(pattern)) return owners.flatMap(owner => home.member(owner, pattern))
  const known = followed(name, home).flatMap(value =>
    value.kind === 'string' ? namePattern(value.node, value.home) : [],
  )
  const members = known
    .filter(each => /^\w+$/.test(each))
    .flatMap(each => owners.flatMap(owner => home.member(owner, each)))
  const others: readonly Value[] = owners.map(of => ({ kind: 'member', of, pattern: new RegExp(`^${pattern}$`) }))
  return [...members, ...others]
}
