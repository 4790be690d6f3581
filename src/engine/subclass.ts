import { type Node, walk } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** The class definition of which the reference is a base. */
export function subclassOf({ node }: Reference): Node | null {
  return node.parent?.field === 'superclasses' && node.field !== 'value' ? node.parent.parent : null
}

/** The name of the method that is called by way of the class, as in `nn.ConvTranspose1d.__init__(self)`. */
export function unboundMethod({ node }: Reference): Node | null {
  const access = node.parent?.type === 'attribute' && node.field === 'object' ? node.parent : null
  return access?.parent?.type === 'call' && access.field === 'function' ? access.child('attribute') : null
}

/** The methods that a class definition defines itself. */
export function methodsOf(definition: Node): readonly Node[] {
  return (definition.child('body')?.parts ?? []).flatMap(statement => {
    const inner = statement.type === 'decorated_definition' ? statement.child('definition') : statement
    return inner?.type === 'function_definition' ? [inner] : []
  })
}

/** The name of a class or function. */
export function nameOf({ resolver }: SourceFile, definition: Node): string {
  const name = definition.child('name')
  return name ? resolver.text(name) : ''
}

/** The attributes of `self`, once each and sorted, that the code reads or sets. */
export function ownAttributes({ resolver }: SourceFile, code: Node): readonly string[] {
  const own = [...walk(code)].filter(node => node.type === 'attribute' && resolver.text(node).startsWith('self.'))
  return [...new Set(own.flatMap(node => node.child('attribute') ?? []).map(node => resolver.text(node)))].sort()
}

/** The attributes of anything that the code reads or sets, and the names that stand in strings, as `getattr` takes them; sorted. */
export function mentionedNames({ resolver }: SourceFile, code: Node): readonly string[] {
  const all = [...walk(code)]
  const attributes = all.filter(({ type }) => type === 'attribute').flatMap(node => node.child('attribute') ?? [])
  const strings = all.filter(({ type }) => type === 'string_content')
  return [...new Set([...attributes, ...strings].map(node => resolver.text(node)))].sort()
}

/** The class and the classes of the file that are made from it, by their names. */
export function familyOf(file: SourceFile, definition: Node): readonly Node[] {
  const classes = nodesOfType(file.tree, 'class_definition')
  const family = new Set([definition])
  for (let before = 0; before < family.size; ) {
    before = family.size
    const names = new Set([...family].map(each => nameOf(file, each)))
    const isChild = (each: Node) =>
      (each.child('superclasses')?.parts ?? []).some(base => names.has(file.resolver.text(base)))
    for (const each of classes.filter(isChild)) family.add(each)
  }
  return [...family]
}
