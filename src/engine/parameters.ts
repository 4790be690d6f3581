import type { Node } from '../python/node.ts'
import type { Home } from '../python/value.ts'

/** The class in whose body a node stands, outside any function in it. */
export function classAround(node: Node): Node | null {
  const around = node.within('class_definition', 'function_definition')
  return around?.type === 'class_definition' ? around : null
}

/** How many-th an argument of a call is, or under which name. */
export type Position = number | string

/** Where an argument stands in a call. */
export function positionOf(argument: Node, index: number, home: Home): Position {
  const name = argument.type === 'keyword_argument' ? argument.child('name') : null
  return name ? home.text(name) : index
}

/** The name of the parameter to which an argument goes. */
export function parameterAt(definition: Node, position: Position, home: Home): string | null {
  const parameters = parametersOf(definition, home)
  const nameOf = (part: Node) => home.text(part.child('name') ?? part.parts[0] ?? part)
  const isNumber = typeof position === 'number'
  const splat = parameters.find(({ type }) => type === (isNumber ? 'list_splat_pattern' : 'dictionary_splat_pattern'))
  const part = isNumber ? parameters[position] : parameters.find(each => nameOf(each) === position)
  const taking = part ?? splat
  return taking ? nameOf(taking) : isNumber ? null : position
}

/** The parameters to which the arguments of a call go, in their order: of a method, the first is given by the object or class. */
export function parametersOf(definition: Node, home: Home): readonly Node[] {
  const parameters = definition.child('parameters')?.parts ?? []
  const decorated = definition.parent?.type === 'decorated_definition' ? definition.parent.parts : []
  const isStatic = decorated.some(part => /^@\s*staticmethod\b/.test(home.text(part)))
  return classAround(definition) && !isStatic ? parameters.slice(1) : parameters
}
