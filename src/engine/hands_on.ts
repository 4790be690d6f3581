import type { Api } from '../mapping/api.ts'
import { returnedNodes } from '../python/returned.ts'
import { allItems } from '../python/tables.ts'
import { followed, type Value } from '../python/value.ts'
import type { Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

/** How deep tables in tables, and what functions return, are looked into. */
const deepest = 4

/** Whether another module can get the class by importing the name: it is the class, a table that holds it, or a function that returns one of them. */
export function handsOn({ resolver }: SourceFile, repository: Repository, api: Api, name: string): boolean {
  const gives = (value: Value, depth: number): boolean => {
    if (value.kind === 'path') return api.paths.has(value.path)
    if ((value.kind !== 'literal' && value.kind !== 'function') || depth === 0) return false
    const { home } = value
    const inside = value.kind === 'literal' ? allItems(value.node) : returnedNodes(value.definition)
    return inside.some(node => followed(node, home).some(each => gives(each, depth - 1)))
  }
  return (resolver.exported(name) ?? []).flatMap(value => repository.expand(value)).some(each => gives(each, deepest))
}
