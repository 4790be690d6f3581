import type { Node } from '../python/node.ts'
import { askedForClass, isTypeOf } from './class_tests.ts'
import type { SourceFile } from './source_file.ts'

/**
 * Places that take the class of an object to make more of it, as in `type(layer)(4, 2, 3)` and `cls = layer.__class__`: of a
 * layer that was rewritten, that is MindSpore's class with torch's arguments. What an object does with its own class is not meant.
 */
export function classCalls(file: SourceFile): readonly Node[] {
  return askedForClass(file).filter(node => isTaken(node) && !isOwn(file, node) && isTypeOf(file, node))
}

/** The object whose class is taken. */
export function objectOf(taken: Node): Node | null {
  return taken.child('object') ?? taken.child('arguments')?.parts[0] ?? null
}

/** Whether a class is called, or kept or handed on so that it may be. */
function isTaken({ field, parent }: Node): boolean {
  if (parent?.type === 'call') return field === 'function'
  return (
    /^(assignment|named_expression|return_statement|keyword_argument)$/.test(parent?.type ?? '') && field !== 'left'
  )
}

function isOwn({ resolver }: SourceFile, node: Node): boolean {
  const object = objectOf(node)
  return object?.type === 'identifier' && /^(self|cls)$/.test(resolver.text(object))
}
