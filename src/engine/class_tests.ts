import type { Node } from '../python/node.ts'
import type { Reference } from './references.ts'
import type { SourceFile } from './source_file.ts'

/** Whether the reference is what isinstance or issubclass is asked about, alone or in a tuple or union of classes. */
export function isClassTest({ resolver }: SourceFile, { node }: Reference): boolean {
  let part: Node = node
  while (part.parent && /^(tuple|parenthesized_expression|binary_operator)$/.test(part.parent.type)) part = part.parent
  const list = part.parent?.type === 'argument_list' ? part.parent : null
  const callee = list?.parts[1] === part ? list.parent?.child('function') : null
  return Boolean(callee && ['isinstance', 'issubclass'].some(name => resolver.isCertainly(callee, name)))
}

/** Whether the reference is compared with a type, as in `type(m) is nn.ConvTranspose1d`; no class stands for both there. */
export function isTypeTest({ resolver }: SourceFile, { node }: Reference): boolean {
  let part: Node = node
  while (part.parent && /^(tuple|list|set|parenthesized_expression)$/.test(part.parent.type)) part = part.parent
  const compared = part.parent?.type === 'comparison_operator' ? part.parent.parts : []
  return compared.some(each => {
    const callee = each.type === 'call' ? each.child('function') : null
    return callee !== null && resolver.isCertainly(callee, 'type')
  })
}
