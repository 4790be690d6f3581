import { namePattern } from './member_names.ts'
import type { Node } from './node.ts'
import { followed, type Home, type Value } from './value.ts'

/** Whether the expression is a call of anything but getattr and the module's own functions: that gives an object, nearly always. */
export function isOtherCall(node: Node, home: Home): boolean {
  const callee = node.type === 'call' ? node.child('function') : null
  if (!callee || home.text(callee) === 'getattr') return false
  return home.values(callee).every(({ kind }) => kind !== 'function')
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
  const isName = new RegExp(`^${pattern}$`)
  const others: readonly Value[] = owners.map(of => ({ kind: 'member', of, pattern: isName, home }))
  return [...members, ...others]
}
