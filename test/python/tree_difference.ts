import type { Node } from '../../src/python/node.ts'
import { nodesOfType } from '../../src/python/nodes_of_type.ts'
import { Listing, type SyntaxTree } from '../../src/python/syntax_tree.ts'

/** Where two trees of one text first differ; null where all that anybody can see of them is the same. */
export function treeDifference(own: SyntaxTree, reference: SyntaxTree): string | null {
  const nodes = describeAll(own)
  const others = describeAll(reference)
  const index = nodes.findIndex((each, at) => each !== others[at])
  if (index >= 0 || nodes.length !== others.length) {
    const at = index < 0 ? nodes.length : index
    return `${nodes[at] ?? 'nothing'} is not ${others[at] ?? 'nothing'}`
  }
  const lists = [listed(own), listed(reference)]
  return lists[0] === lists[1] ? null : `the lists of nodes differ: ${lists[0]} is not ${lists[1]}`
}

/**
 * Whether tree-sitter-python misreads the text: it has a star that is not in an argument belong to the first name behind it,
 * `^` bind more strongly than `&`, takes `type(x).y = z` for a type alias, which we leave to it, may join a line to the
 * one before it that ends with a comma, or an index on a line of its own to a call behind a star, does not take `def f() -> a: b[c]`, has `as` name the last part of `a if b else c`,
 * and `await` all of `a ** b`.
 */
export function isMisread(tree: SyntaxTree): boolean {
  const { source } = tree
  const stars = nodesOfType(tree, 'list_splat', 'list_splat_pattern')
  const aliases = nodesOfType(tree, 'as_pattern')
  const awaited = nodesOfType(tree, 'await').flatMap(({ parts }) => parts)
  const operators = nodesOfType(tree, 'binary_operator')
  const indexed = nodesOfType(tree, 'subscript').flatMap(node => node.child('value') ?? [])
  const symbol = (node: Node | null) => node?.child('operator')?.type
  return (
    nodesOfType(tree, 'type_alias_statement').length > 0 ||
    /,[ \t\f]*[#\r\n]/.test(source) ||
    /->[^\r\n]*:[ \t]*[^\s#]/.test(source) ||
    stars.some(({ field }) => field !== null) ||
    (stars.length > 0 && indexed.some(({ end }) => /^\s*[\r\n]/.test(source.slice(end)))) ||
    aliases.some(({ parent }) => parent?.type === 'conditional_expression' || parent?.type === 'lambda') ||
    awaited.some(node => symbol(node) === '**') ||
    operators.some(node => symbol(node) === '&' && node.children.some(child => symbol(child) === '^'))
  )
}

/** Every node in the order of the text, and how deep it lies. */
function describeAll({ root }: SyntaxTree): readonly string[] {
  const lines: string[] = []
  const stack: [Node, number][] = [[root, 0]]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const [{ type, start, end, field, named, children, parent }, depth] = top
    const isOwn = children.every(child => child.parent === top?.[0])
    lines.push(`${depth} ${field}:${type} ${named} ${start}-${end} of ${parent?.type} ${isOwn}`)
    stack.push(...children.toReversed().map((child): [Node, number] => [child, depth + 1]))
  }
  return lines
}

function listed({ errors, comments, parts, size, depth }: SyntaxTree): string {
  const all = new Listing()
  for (const { listing } of parts) all.addAll(listing)
  const places = (nodes: readonly Node[]) => nodes.map(({ start }) => start)
  const { byType } = all
  const types = [...byType].map(([type, nodes]) => [type, places(nodes)]).sort()
  return JSON.stringify([places(errors), places(comments), types, size, depth])
}
