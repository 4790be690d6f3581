import { basesOf } from '../python/classes.ts'
import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import { type ClassValue, type FunctionValue, followed, type Home, type Value } from '../python/value.ts'
import type { SourceFile } from './source_file.ts'
import { methodsOf } from './subclass.ts'

/** In how many classes above a method is looked for. */
const mostBases = 20

const ofBase = /^(self|super\([^()]*\))\.(\w+)$/

/** The expressions by which classes of the file call what they may inherit: the constructors of bases, and methods. */
export function inheritedCallees({ resolver, tree }: SourceFile): readonly Node[] {
  const own = new Set(nodesOfType(tree, 'function_definition').map(each => resolver.text(each.child('name') ?? each)))
  for (const { node } of resolver.names.assigned) own.add(resolver.text(node.child('attribute') ?? node))
  return nodesOfType(tree, 'call').flatMap(call => {
    const callee = call.child('function')
    const [, object, name] = (callee?.type === 'attribute' && ofBase.exec(resolver.text(callee))) || []
    return callee && name && !(object === 'self' && own.has(name)) ? [callee] : []
  })
}

/** Finds what classes inherit. Answers are remembered. */
export class Inherited {
  private readonly basesOf = new Map<Node, readonly ClassValue[]>()
  private readonly classesAbove = new Map<Node, readonly ClassValue[]>()

  /** What such a callee may be: for `super().__init__`, the class. */
  values(callee: Node, home: Home): readonly Value[] {
    const type = classOf(callee, home)
    return type && home.text(callee.child('attribute') ?? callee) === '__init__'
      ? this.bases(type)
      : this.named(callee, home)
  }

  /** The methods and properties that `self.name` or `super().name` may be, where the class has them from its bases. */
  named(node: Node, home: Home): readonly FunctionValue[] {
    const type = ofBase.test(home.text(node)) ? classOf(node, home) : null
    const name = home.text(node.child('attribute') ?? node)
    return type ? this.methods(type).filter(method => nameOf(method) === name) : []
  }

  /** The methods of all classes above, those of the nearest first. */
  methods(type: ClassValue): readonly FunctionValue[] {
    return this.above(type).flatMap(methodsIn)
  }

  bases({ definition, home }: ClassValue): readonly ClassValue[] {
    const known = this.basesOf.get(definition)
    if (known) return known
    const values = basesOf(definition).flatMap(base => followed(base, home, true))
    const bases = values.filter(value => value.kind === 'class')
    this.basesOf.set(definition, bases)
    return bases
  }

  private above(type: ClassValue): readonly ClassValue[] {
    const known = this.classesAbove.get(type.definition)
    if (known) return known
    const found = new Map(this.bases(type).map(base => [base.definition, base]))
    // The map grows while it is gone through.
    for (const each of found.values())
      for (const base of found.size < mostBases ? this.bases(each) : []) found.set(base.definition, base)
    const above = [...found.values()]
    this.classesAbove.set(type.definition, above)
    return above
  }
}

/** The methods that a class defines itself. */
export function methodsIn({ definition, home }: ClassValue): readonly FunctionValue[] {
  return methodsOf(definition).map(each => ({ kind: 'function', definition: each, home }))
}

/** The name of a function; nothing for a lambda. */
export function nameOf({ definition, home }: FunctionValue): string {
  const name = definition.child('name')
  return name ? home.text(name) : ''
}

function classOf(node: Node, home: Home): ClassValue | null {
  const definition = node.within('class_definition')
  return definition && { kind: 'class', definition, home }
}
