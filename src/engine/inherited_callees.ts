import { basesOf } from '../python/classes.ts'
import type { Node } from '../python/node.ts'
import { nodesOfType } from '../python/nodes_of_type.ts'
import { type ClassValue, type FunctionValue, followed, type Home, type Value } from '../python/value.ts'
import type { SourceFile } from './source_file.ts'
import { methodsOf } from './subclass.ts'

/** How many classes above a method is looked for. */
const mostBases = 10

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

  /** What such a callee may be: for `super().__init__`, the class. */
  values(callee: Node, home: Home): readonly Value[] {
    const type = classOf(callee, home)
    return type && nameOf(callee, home) === '__init__' ? this.bases(type) : this.methods(callee, home)
  }

  /** The methods and properties that `self.name` or `super().name` may be, where the class has them from its bases. */
  methods(node: Node, home: Home): readonly FunctionValue[] {
    const type = ofBase.test(home.text(node)) ? classOf(node, home) : null
    return type ? this.method(type, nameOf(node, home)) : []
  }

  bases({ definition, home }: ClassValue): readonly ClassValue[] {
    const known = this.basesOf.get(definition)
    if (known) return known
    const values = basesOf(definition).flatMap(base => followed(base, home, true))
    const bases = values.filter(value => value.kind === 'class')
    this.basesOf.set(definition, bases)
    return bases
  }

  private method(type: ClassValue, name: string, most = mostBases): readonly FunctionValue[] {
    return this.bases(type).flatMap((base): readonly FunctionValue[] => {
      const { definition, home } = base
      const own = methodsOf(definition).filter(method => home.text(method.child('name') ?? method) === name)
      if (own.length > 0) return own.map(method => ({ kind: 'function', definition: method, home }))
      return most > 0 ? this.method(base, name, most - 1) : []
    })
  }
}

function classOf(node: Node, home: Home): ClassValue | null {
  const definition = node.within('class_definition')
  return definition && { kind: 'class', definition, home }
}

function nameOf(node: Node, home: Home): string {
  return home.text(node.child('attribute') ?? node)
}
