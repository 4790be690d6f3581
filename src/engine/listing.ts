import type { Node } from '../python/node.ts'
import type { Home } from '../python/value.ts'

const listing = /^(modules|named_modules|children|named_children)$/

/** Whether an expression is the method of a module that gives all modules below it, such as `net.modules`. */
export function isListing(access: Node | null | undefined, home: Home): boolean {
  const name = access?.type === 'attribute' ? access.child('attribute') : null
  return name !== null && listing.test(home.text(name))
}
