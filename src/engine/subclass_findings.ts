import { type Node, walk } from '../python/node.ts'
import type { Finding, Note } from './finding.ts'
import { makeFinding } from './make_finding.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'
import { methodsOf, nameOf, ownAttributes, subclassOf, unboundMethod } from './subclass.ts'

/** Subclasses of torch's class (TSP302): the base, what their methods override, and where they call its constructor. */
export function subclassFindings(file: SourceFile, references: readonly Reference[]): readonly Finding[] {
  return references.flatMap(reference => {
    const definition = subclassOf(reference)
    if (definition) return [baseFinding(file, reference, definition), ...superCalls(file, definition)]
    return unboundMethod(reference) ? [makeFinding('TSP302', reference.last, { id: 'subclass.unbound' })] : []
  })
}

/** Whether the reference is a base of a class, or has a method of it called by way of the class. */
export function isSubclassUse(reference: Reference): boolean {
  return subclassOf(reference) !== null || unboundMethod(reference) !== null
}

function baseFinding(file: SourceFile, { last }: Reference, definition: Node): Finding {
  const notes = overrideNotes(file, definition)
  return makeFinding('TSP302', last, { id: 'subclass.base', name: nameOf(file, definition) }, { notes })
}

/** What a method of the subclass touches of torch's layer. */
const torchAttributes =
  /^(weight|bias|in_channels|out_channels|kernel_size|stride|padding|output_padding|groups|dilation|padding_mode|transposed|_output_padding|reset_parameters)$/

function overrideNotes(file: SourceFile, definition: Node): readonly Note[] {
  return methodsOf(definition).map(method => {
    const touches = ownAttributes(file, method).filter(each => torchAttributes.test(each))
    return { subject: nameOf(file, method), message: { id: 'subclass.overrides', touches } }
  })
}

/** `super().__init__(…)` and `super(Up, self).__init__(…)`: calls of the class's constructor. */
function superCalls(file: SourceFile, definition: Node): readonly Finding[] {
  const { resolver } = file
  const constructors = [...walk(definition)].filter(node => {
    const object = node.type === 'attribute' ? node.child('object') : null
    const callee = object?.type === 'call' ? object.child('function') : null
    return callee && resolver.isCertainly(callee, 'super') && node.within('class_definition') === definition
  })
  return constructors.flatMap(node => {
    const name = node.child('attribute')
    return name && resolver.text(name) === '__init__'
      ? [makeFinding('TSP302', name, { id: 'subclass.constructor' })]
      : []
  })
}
