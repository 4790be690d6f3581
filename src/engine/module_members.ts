import type { Node } from '../python/node.ts'
import type { Binding } from '../python/scope.ts'
import { isImport, type Repository } from './repository.ts'
import type { SourceFile } from './source_file.ts'

/** What the file reads off modules of the repository that may hand the class on. */
export function moduleMembers(file: SourceFile, repository: Repository): readonly Node[] {
  const modules = file.resolver.names.imports.filter(binding => isModule(file, repository, binding))
  return [...new Set(modules.map(({ name }) => name))].flatMap(name => membersOf(file, name))
}

/** What is read off anything of that name, and off that. */
export function membersOf(file: SourceFile, name: string): readonly Node[] {
  return file.resolver.names.usesOf(name).flatMap(({ node }) => {
    const members: Node[] = []
    for (let at = node; at.parent?.start === node.start; at = at.parent)
      if (at.parent.type === 'attribute' && at.field === 'object') members.push(at.parent)
    return members
  })
}

/** Of `import a.b`, which binds `a`, the folder `a` may hold modules without being one. */
function isModule({ resolver }: SourceFile, repository: Repository, { bound, node }: Binding): boolean {
  if (!isImport(bound)) return false
  if (repository.isModule(bound)) return true
  const isDotted = bound.name === null && node.type === 'dotted_name' && node.parts.length > 1
  return isDotted && repository.isModule({ ...bound, module: resolver.text(node).replace(/\s/g, '') })
}
