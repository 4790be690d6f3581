import type { Node } from '../python/node.ts'

/** The class in whose body a node stands, outside any function in it. */
export function classAround(node: Node): Node | null {
  const around = node.within('class_definition', 'function_definition')
  return around?.type === 'class_definition' ? around : null
}

/** The parameters to which the arguments of a call go, in their order: of a method, the first is given by the object. */
export function parametersOf(definition: Node): readonly Node[] {
  const parameters = definition.child('parameters')?.parts ?? []
  return classAround(definition) ? parameters.slice(1) : parameters
}
