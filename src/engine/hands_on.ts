import type { Api } from '../mapping/api.ts'
import { returnedNodes } from '../python/returned.ts'
import { allItems } from '../python/tables.ts'
import type { Value } from '../python/value.ts'
import type { Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

/** Whether another module can get the class by importing the name: it is the class, a table that holds it, or a function that returns it. */
export function handsOn({ resolver }: SourceFile, repository: Repository, api: Api, name: string): boolean {
  const isClass = (value: Value) => value.kind === 'path' && api.paths.has(value.path)
  const gives = (value: Value): boolean => {
    if (value.kind === 'literal')
      return allItems(value.node).some(item =>
        value.home
          .values(item)
          .flatMap(each => value.home.follow(each))
          .some(isClass),
      )
    if (value.kind === 'function')
      return returnedNodes(value.definition).some(node =>
        value.home
          .values(node)
          .flatMap(each => value.home.follow(each))
          .some(isClass),
      )
    return isClass(value)
  }
  return (resolver.exported(name) ?? []).flatMap(value => repository.expand(value)).some(gives)
}
