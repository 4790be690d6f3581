import type { Api } from '../mapping/api.ts'
import { basesOf } from '../python/classes.ts'
import { heldBy } from '../python/contents.ts'
import type { Node } from '../python/node.ts'
import { returnedNodes } from '../python/returned.ts'
import type { Binding } from '../python/scope.ts'
import { followed, type Value } from '../python/value.ts'
import { endsIn } from './aliases.ts'
import { mayBeMember } from './may_be_member.ts'
import type { Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

/** How deep tables in tables, what functions return, and attributes of classes are looked into. */
const deepest = 4

/**
 * The names by which another module can import the class: they are the class, a table that holds it, a function that returns
 * one of them, or a class or object that has one as an attribute. `aliases` are the names under which the file may know it.
 */
export function handsOn(
  file: SourceFile,
  repository: Repository,
  api: Api,
  aliases: ReadonlySet<string>,
): readonly string[] {
  const { resolver } = file
  const names = [...aliases].filter(name => name !== api.name)
  const gives = (value: Value, depth: number): boolean => {
    if (value.kind === 'path') return api.paths.has(value.path)
    if (value.kind === 'member') return mayBeMember(value, api)
    if (depth === 0) return false
    const inside = insideOf(value, names)
    return inside.flatMap(each => repository.expand(each)).some(each => gives(each, depth - 1))
  }
  const isGiven = (name: string) =>
    (resolver.exported(name) ?? []).flatMap(value => repository.expand(value)).some(value => gives(value, deepest))
  return [...names, ...holding(file, names)].filter(isGiven)
}

/** Other names of the module: of classes that have one of the names in their bodies or by a base class, and of objects of them. */
function holding({ resolver }: SourceFile, names: readonly string[]): readonly string[] {
  const known = new Set(names)
  const isKnown = (node: Node) => endsIn(node, known, resolver.text)
  const holds = ({ bound }: Binding): boolean => {
    if (bound.kind === 'class') {
      const bases = basesOf(bound.definition)
      return bases.some(isKnown) || resolver.attributeNames(bound.definition).some(name => known.has(name))
    }
    const callee = bound.kind === 'expression' && bound.value.type === 'call' ? bound.value.child('function') : null
    return callee !== null && isKnown(callee)
  }
  for (const [name, bindings] of resolver.names.module.bindings) if (bindings.some(holds)) known.add(name)
  return [...known].slice(names.length)
}

function insideOf(value: Value, names: readonly string[]): readonly Value[] {
  switch (value.kind) {
    case 'literal':
      return heldBy(value)
    case 'function':
      return returnedNodes(value.definition).flatMap(node => followed(node, value.home))
    case 'class':
      return names.flatMap(name => value.home.member(value, name))
    case 'instance':
      return [value.of]
    default:
      return []
  }
}
