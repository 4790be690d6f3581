import type { Node } from './node.ts'

/** The ways from a node down to nodes below it: of each node on them, the children on them, in the order of the text. */
export function waysTo(nodes: readonly Node[], root: Node): ReadonlyMap<Node, readonly Node[]> {
  const ways = new Map<Node, Node[]>()
  const seen = new Set<Node>()
  for (const node of nodes)
    for (let at: Node = node; at !== root && at.parent && !seen.has(at); at = at.parent) {
      seen.add(at)
      const siblings = ways.get(at.parent) ?? []
      ways.set(at.parent, siblings)
      siblings.push(at)
    }
  for (const children of ways.values()) children.sort((a, b) => a.start - b.start)
  return ways
}
