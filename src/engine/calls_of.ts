import type { Node } from '../python/node.ts'
import type { SourceFile } from './source_file.ts'

/** The calls of names. */
export function callsOf({ resolver }: SourceFile, ...names: readonly string[]): readonly Node[] {
  const uses = names.flatMap(name => resolver.names.usesOf(name))
  return uses.flatMap(({ node }) => (node.field === 'function' && node.parent ? [node.parent] : []))
}
