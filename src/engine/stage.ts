import { type Node, walk } from '../python/node.ts'
import type { Parts } from './check_source.ts'
import { openFile, type SourceFile } from './source_file.ts'

/** Names that mean modules when nothing else is known of them. */
export const modules: ReadonlySet<string> = new Set(['math', 'torch', 'mindspore', 'ms', 'nn'])

const imports = [
  'import math',
  'import torch',
  'import mindspore as ms',
  'import mindspore',
  'from mindspore import nn',
].join('\n')

/** An expression in a module of its own, in which its free names are parameters of a function. */
export interface Staged {
  readonly file: SourceFile
  readonly expression: Node
}

/** The module's text. It is the same up to the expression for the same names. */
export function stageText(names: readonly string[], expression: string): string {
  return `${imports}\n\n\ndef layer(${names.join(', ')}):\n    return ${expression}\n`
}

/** Opens a staged module; null where the expression does not parse there. */
export function openStaged(text: string, { parser, libraries }: Parts): Staged | null {
  const tree = parser.parse(text)
  if (tree.errors.length > 0) return null
  const file = openFile(tree, libraries.library)
  const [expression] = [...walk(tree.root)].find(({ type }) => type === 'return_statement')?.parts ?? []
  return expression ? { file, expression: inner(expression) } : null
}

function inner(expression: Node): Node {
  const [only] = expression.type === 'parenthesized_expression' ? expression.parts : []
  return only ? inner(only) : expression
}
