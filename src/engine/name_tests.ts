import type { Api } from '../mapping/api.ts'
import type { Node } from '../python/node.ts'
import { attributesNamed, nodesOfType } from '../python/nodes_of_type.ts'
import type { Home } from '../python/value.ts'
import type { SourceFile } from './source_file.ts'

/**
 * Texts that a class's name is compared with, or looked through for, as in `m.__class__.__name__.find('Conv1d')`: of the
 * class and its counterpart, they are only true for one.
 */
export function nameTests({ resolver, tree }: SourceFile, api: Api): readonly Node[] {
  const asks = ['__name__', '__qualname__', '_get_name'].some(each => attributesNamed(tree, each).length > 0)
  return asks ? nodesOfType(tree, 'string').filter(node => tellsApart(node, resolver, api)) : []
}

/** Whether a string that a name may be compared with is true of the name of one of the two classes only. */
export function tellsApart(string: Node, home: Home, { name, counterpart }: Api): boolean {
  const content = string.parts.find(({ type }) => type === 'string_content')
  if (!content || !isAsked(string, node => home.text(node))) return false
  const last = home.text(content).split('.').at(-1) ?? ''
  const isLower = last.length > 1 && last === last.toLowerCase()
  return differ(last, name, counterpart) || (isLower && differ(last, name.toLowerCase(), counterpart.toLowerCase()))
}

function differ(text: string, name: string, counterpart: string): boolean {
  return name.includes(text) !== counterpart.includes(text)
}

const asking = /^(find|rfind|index|rindex|count|startswith|endswith|match|search|fullmatch|get)$/

/** Whether a string, alone or among others, is compared, looked for, or the name under which something is looked up. */
function isAsked(node: Node, text: (node: Node) => string): boolean {
  let whole = node
  while (whole.parent && /^(tuple|list|set|parenthesized_expression)$/.test(whole.parent.type)) whole = whole.parent
  const { parent } = whole
  if (parent?.type === 'comparison_operator' || parent?.type === 'case_pattern' || whole.field === 'key') return true
  const method = parent?.type === 'argument_list' ? parent.parent?.child('function')?.child('attribute') : null
  return method !== null && method !== undefined && asking.test(text(method))
}
