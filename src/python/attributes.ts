import type { Names } from './names.ts'
import type { Node } from './node.ts'

/** Tells what a module assigns to attributes, as in `self.name = …`. */
export class Attributes {
  private readonly names: Names
  private readonly text: (node: Node) => string
  private assignments: ReadonlyMap<string, readonly Node[]> | null = null

  constructor(names: Names, text: (node: Node) => string) {
    this.names = names
    this.text = text
  }

  /** The places in the same class, or outside any, that assign a single value to what is written like the node. */
  assignedTo(node: Node): readonly Node[] {
    this.assignments ??= this.grouped()
    return this.assignments.get(this.placeOf(node)) ?? []
  }

  private placeOf(node: Node): string {
    return `${node.within('class_definition')?.start} ${this.text(node)}`
  }

  private grouped(): ReadonlyMap<string, readonly Node[]> {
    const groups = new Map<string, Node[]>()
    for (const { node } of this.names.assigned) {
      if (node.parent?.type !== 'assignment') continue
      const place = this.placeOf(node)
      const group = groups.get(place) ?? []
      groups.set(place, group)
      group.push(node)
    }
    return groups
  }
}
