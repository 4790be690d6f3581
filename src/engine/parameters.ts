import type { Node } from '../python/node.ts'
import type { Home } from '../python/value.ts'

/** The class in whose body a node stands, outside any function in it. */
export function classAround(node: Node): Node | null {
  const around = node.within('class_definition', 'function_definition')
  return around?.type === 'class_definition' ? around : null
}

/** The parameters to which the arguments of a call go, in their order: of a method, the first is given by the object or class. */
export function parametersOf(definition: Node, home: Home): readonly Node[] {
  const parameters = definition.child('parameters')?.parts ?? []
  const decorated = definition.parent?.type === 'decorated_definition' ? definition.parent.parts : []
  const isStatic = decorated.some(part => /^@\s*staticmethod\b/.test(home.text(part)))
  return classAround(definition) && !isStatic ? parameters.slice(1) : parameters
}
