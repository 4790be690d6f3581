import type { Node } from '../python/node.ts'
import { walk } from '../python/node.ts'
import type { Finding, Note } from './finding.ts'
import { makeFinding } from './make_finding.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Subclasses of torch's class (TSP302): the base, what their methods override, and where they call its constructor. */
export function subclassFindings(file: SourceFile, references: readonly Reference[]): readonly Finding[] {
  return references.flatMap(reference => {
    const definition = subclassOf(reference)
    if (definition) return [baseFinding(file, reference, definition), ...superCalls(file, definition)]
    return isUnbound(reference) ? [makeFinding('TSP302', reference.last, { id: 'subclass.unbound' })] : []
  })
}

/** Whether the reference is a base of a class, or has a method of it called by way of the class. */
export function isSubclassUse(reference: Reference): boolean {
  return subclassOf(reference) !== null || isUnbound(reference)
}

function subclassOf({ node }: Reference): Node | null {
  return node.parent?.field === 'superclasses' && node.field !== 'value' ? node.parent.parent : null
}

function isUnbound({ node }: Reference): boolean {
  const access = node.parent?.type === 'attribute' && node.field === 'object' ? node.parent : null
  return access?.parent?.type === 'call' && access.field === 'function'
}

function baseFinding(file: SourceFile, { last }: Reference, definition: Node): Finding {
  const methods = (definition.child('body')?.parts ?? []).flatMap(methodOf)
  const notes = methods.flatMap(method => overrideNote(file, method))
  const name = definition.child('name')
  return makeFinding('TSP302', last, { id: 'subclass.base', name: name ? file.resolver.text(name) : '' }, { notes })
}

function methodOf(statement: Node): readonly Node[] {
  const definition = statement.type === 'decorated_definition' ? statement.child('definition') : statement
  return definition?.type === 'function_definition' ? [definition] : []
}

/** What a method of the subclass touches of torch's layer. */
const torchAttributes =
  /^(weight|bias|in_channels|out_channels|kernel_size|stride|padding|output_padding|groups|dilation|padding_mode|transposed|_output_padding|reset_parameters)$/

function overrideNote({ resolver }: SourceFile, method: Node): readonly Note[] {
  const name = method.child('name')
  const own = [...walk(method)].filter(node => node.type === 'attribute' && resolver.text(node).startsWith('self.'))
  const names = own.flatMap(node => node.child('attribute') ?? []).map(node => resolver.text(node))
  const touches = [...new Set(names.filter(each => torchAttributes.test(each)))].sort()
  return name ? [{ subject: resolver.text(name), message: { id: 'subclass.overrides', touches } }] : []
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
