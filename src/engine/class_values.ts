import type { Node } from '../python/node.ts'
import { isClassTest, isTypeTest } from './class_tests.ts'
import type { Note } from './finding.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'
import { familyOf, mentionedNames, nameOf, ownAttributes, subclassOf, unboundMethod } from './subclass.ts'

/** A reference to the class itself, not a call, that the compat class can stand in for: an alias, an item of a table, a base. */
export interface ClassValue {
  readonly reference: Reference
  /** Other references that change with it: where methods of a subclass name its base again. */
  readonly others: readonly Reference[]
  /** The name of the subclass whose base it is. */
  readonly subclass: string | null
  /** What changes in silence, so that the fix is unsafe. */
  readonly notes: readonly Note[]
}

/** The references of a file that the compat class can stand in for. */
export function classValues(file: SourceFile, exact: readonly Reference[]): readonly ClassValue[] {
  const isOpen = ({ call, node }: Reference) =>
    !call && node.type !== 'dotted_name' && !node.within('type', 'interpolation') && isImported(file, node)
  return exact.filter(isOpen).flatMap(reference => {
    const definition = subclassOf(reference)
    if (definition) return baseOf(file, reference, definition, exact)
    const isAsked = isClassTest(file, reference) || isTypeTest(file, reference)
    return isAsked || unboundMethod(reference) ? [] : [{ reference, others: [], subclass: null, notes: [] }]
  })
}

/** Whether the name comes straight from an import; another one changes with what it is assigned from. */
function isImported({ resolver }: SourceFile, node: Node): boolean {
  let root = node
  for (let object = root.child('object'); object; object = root.child('object')) root = object
  return (
    root.type === 'identifier' &&
    [...resolver.reaching(root)].every(binding => binding?.bound.kind === 'import' || binding?.bound.kind === 'star')
  )
}

/**
 * Whether what else is done with the class than to call it is not known: a function is given it, an attribute of it is used,
 * a collection of classes has no name under which this file reads it.
 */
export function isHandedOn({ resolver }: SourceFile, { node }: Reference): boolean {
  if (node.field === 'object') return true
  for (let part = node, at = node.parent; at; part = at, at = at.parent) {
    if (at.type === 'argument_list') return !isPartial(at)
    if (/^(keyword_argument|set)$/.test(at.type)) return true
    if (at.type === 'assignment' && /^(list|tuple)$/.test(part.type)) return !isRead(at.child('left'))
    if (/(_statement|_definition|assignment|parameters|block|lambda|module)$/.test(at.type)) return false
  }
  return false

  function isPartial(list: Node): boolean {
    const callee = list.parent?.child('function')
    return Boolean(callee && resolver.isCertainly(callee, 'functools.partial') && list.parts[0] === node)
  }

  function isRead(target: Node | null): boolean {
    return target !== null && (target.type !== 'identifier' || resolver.names.isRead(resolver.text(target)))
  }
}

/** A base that its subclass's methods leave as it is; null where MindSpore would pass over what they override. */
function baseOf(
  file: SourceFile,
  reference: Reference,
  definition: Node,
  exact: readonly Reference[],
): readonly ClassValue[] {
  // What stands beside it, another base or a metaclass, may override anything.
  if (definition.child('superclasses')?.parts.length !== 1) return []
  const family = familyOf(file, definition)
  const names = family.flatMap(each => [...file.resolver.attributeNames(each), ...ownAttributes(file, each)])
  if (names.some(name => overridden.test(name))) return []
  const others = exact.filter(each => unboundMethod(each) && each.node.within('class_definition') === definition)
  const isConstructor = (each: Reference) => file.resolver.text(unboundMethod(each) ?? each.node) === '__init__'
  if (!others.every(isConstructor)) return []
  const uncalled = names.filter(name => torchCalls.test(name))
  const touches = family.flatMap(each => mentionedNames(file, each)).filter(name => otherForm.test(name))
  const message = { id: 'subclass.changes', methods: [...new Set(uncalled)], touches: [...new Set(touches)] } as const
  const notes: readonly Note[] = uncalled.length + touches.length > 0 ? [{ subject: '', message }] : []
  return [{ reference, others, subclass: nameOf(file, definition), notes }]
}

/** What one of the frameworks calls in a layer's place, and the other does not. */
const overridden = /^(forward|construct|bprop)$/

/** Methods that torch's modules call themselves, and MindSpore's cells do not. */
const torchCalls =
  /^(reset_parameters|_output_padding|_conv_forward|extra_repr|_apply|__setstate__|_load_from_state_dict|_save_to_state_dict)$/

/** Attributes that the compat class has in MindSpore's form. */
const otherForm = /^(kernel_size|stride|padding|dilation|weight)$/
