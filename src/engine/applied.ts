import type { Node } from '../python/node.ts'
import type { Home } from '../python/value.ts'

/** Whether a function is handed to `Module.apply`, which calls it with every module. */
export function isApplied(value: Node, home: Home): boolean {
  const callee = value.parent?.type === 'argument_list' ? value.parent.parent?.child('function') : null
  return callee?.type === 'attribute' && home.text(callee.child('attribute') ?? callee) === 'apply'
}
