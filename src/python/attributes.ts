import type { Names } from './names.ts'
import type { Node } from './node.ts'
import { push } from './scope.ts'
import { assignedValue } from './targets.ts'

/** Tells what a module assigns to attributes, as in `self.name = …`. */
export class Attributes {
  private readonly names: Names
  private readonly text: (node: Node) => string
  private own: ReadonlyMap<number | undefined, readonly string[]> | null = null
  private assignments: ReadonlyMap<string, readonly Node[]> | null = null

  constructor(names: Names, text: (node: Node) => string) {
    this.names = names
    this.text = text
  }

  /** The values that are assigned to what is written like the node: in the same class or outside any, of a name of the module anywhere. */
  assignedTo(node: Node): readonly Node[] {
    return this.at(node.within('class_definition'), this.text(node))
  }

  /** The values that a class assigns to what is written so. */
  at(definition: Node | null, text: string): readonly Node[] {
    this.assignments ??= this.grouped()
    return this.assignments.get(this.placeOf(definition, text)) ?? []
  }

  /** The names of the attributes that the methods of a class give its objects. */
  ofObjects(definition: Node): readonly string[] {
    this.own ??= this.named()
    return this.own.get(definition.start) ?? []
  }

  private named(): ReadonlyMap<number | undefined, readonly string[]> {
    const names = new Map<number | undefined, string[]>()
    for (const { node } of this.names.assigned) {
      const name = /^self\.(\w+)$/.exec(this.text(node))?.[1]
      if (name !== undefined) push(names, node.within('class_definition')?.start, name)
    }
    return names
  }

  private grouped(): ReadonlyMap<string, readonly Node[]> {
    const groups = new Map<string, Node[]>()
    for (const { node } of this.names.assigned) {
      const value = assignedValue(node)
      if (value) push(groups, this.placeOf(node.within('class_definition'), this.text(node)), value)
    }
    return groups
  }

  private placeOf(definition: Node | null, text: string): string {
    const isOfModule = this.names.module.bindings.has(/^\w*/.exec(text)?.[0] ?? '')
    return `${isOfModule ? undefined : definition?.start} ${text}`
  }
}
