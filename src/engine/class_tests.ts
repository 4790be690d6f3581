import type { Node } from '../python/node.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Whether the reference is what isinstance or issubclass is asked about, alone, in a tuple or union of classes, or as a pattern. */
export function isClassTest(file: SourceFile, { node }: Reference): boolean {
  if (node.type === 'dotted_name') return isPatternAlone(node)
  const whole = outermost(node, /^(tuple|parenthesized_expression|binary_operator)$/)
  return isAskedAbout(file, whole) || usesOf(file, whole).some(use => isAskedAbout(file, use))
}

/** Whether a layer's type is compared with the reference, as in `type(m) is nn.ConvTranspose1d`; no class stands for both there. */
export function isTypeTest(file: SourceFile, { node }: Reference): boolean {
  if (node.type === 'dotted_name') return !isPatternAlone(node)
  if (node.field === 'key' && node.parent?.type === 'pair') return true
  const whole = outermost(node, /^(tuple|list|set|parenthesized_expression)$/)
  return isCompared(file, whole) || usesOf(file, whole).some(use => isCompared(file, use))
}

/** `case nn.ConvTranspose1d():`, which asks for nothing but the class. */
function isPatternAlone(node: Node): boolean {
  return node.parent?.type === 'class_pattern' && node.parent.parts.length === 1
}

function outermost(node: Node, displays: RegExp): Node {
  let part = node
  while (part.parent && displays.test(part.parent.type)) part = part.parent
  return part
}

/** Where a collection of classes may be read by the name that it is assigned to. */
function usesOf({ resolver, tree }: SourceFile, whole: Node): readonly Node[] {
  const assignment = whole.parent?.type === 'assignment' && whole.field === 'right' ? whole.parent : null
  const target = assignment?.child('left')
  if (!target || !/^(tuple|list|set|binary_operator)$/.test(whole.type)) return []
  const name = resolver.text(target.child('attribute') ?? target)
  const plain = (resolver.names.uses.get(name) ?? []).map(use => use.node)
  const owned = tree.nodes.filter(node => node.type === 'attribute' && node !== target)
  return [...plain, ...owned.filter(node => resolver.text(node.child('attribute') ?? node) === name)]
}

/** Whether isinstance or issubclass is asked about the expression. */
function isAskedAbout(file: SourceFile, part: Node): boolean {
  const { resolver } = file
  const list = part.parent?.type === 'argument_list' ? part.parent : null
  // `isinstance(m, tuple(CONVOLUTIONS))`
  const made = list?.parent?.child('function')
  if (list?.parent && made && ['tuple', 'list', 'set'].some(name => resolver.isCertainly(made, name)))
    return isAskedAbout(file, list.parent)
  const callee = list?.parts[1] === part ? list.parent?.child('function') : null
  return Boolean(callee && ['isinstance', 'issubclass'].some(name => resolver.isCertainly(callee, name)))
}

/** Whether the expression stands in a comparison with what type() gives. */
function isCompared({ resolver }: SourceFile, part: Node): boolean {
  const compared = part.parent?.type === 'comparison_operator' ? part.parent.parts : []
  return compared.some(each => {
    const callee = each.type === 'call' ? each.child('function') : null
    return callee !== null && resolver.isCertainly(callee, 'type')
  })
}
