import type { Node } from './node.ts'
import { type Bound, star } from './scope.ts'

type Text = (node: Node) => string

/** A name that an import statement binds. */
export interface ImportedName {
  readonly name: string
  readonly bound: Bound
  readonly node: Node
}

/** What `import a.b`, `import a.b as c` or `from __future__ import a` binds. */
export function importedModules(statement: Node, text: Text): readonly ImportedName[] {
  return statement.childrenOf('name').map(node => {
    const alias = node.child('alias')
    const path = dotted(node.child('name') ?? node, text)
    const top = path.split('.')[0] ?? path
    const bound: Bound =
      statement.type === 'future_import_statement'
        ? { kind: 'import', module: '__future__', level: 0, name: path }
        : { kind: 'import', module: alias ? path : top, level: 0, name: null }
    return { name: alias ? text(alias) : top, bound, node }
  })
}

/** What `from … import …` binds. */
export function importedMembers(statement: Node, text: Text): readonly ImportedName[] {
  const from = statement.child('module_name')
  const dots = from?.children.find(child => child.type === 'import_prefix')
  const level = dots ? text(dots).replace(/[^.]/g, '').length : 0
  const path = dots ? from?.parts.find(part => part !== dots) : from
  const module = path ? dotted(path, text) : ''
  const named = statement.childrenOf('name').map((node): ImportedName => {
    const name = text(node.child('name') ?? node)
    const alias = node.child('alias')
    return { name: alias ? text(alias) : name, bound: { kind: 'import', module, level, name }, node }
  })
  const wildcard = statement.children.find(child => child.type === 'wildcard_import')
  return wildcard ? [...named, { name: star, bound: { kind: 'star', module, level }, node: wildcard }] : named
}

/** A dotted name without what may stand around its dots. */
function dotted(name: Node, text: Text): string {
  return name.parts.map(text).join('.')
}
