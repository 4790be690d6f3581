import { type Node, walk } from '../python/node.ts'
import { type Offset, toOffset } from '../text/span.ts'
import type { Means } from './means.ts'
import { SourceFile } from './source_file.ts'

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

/** The module's text. */
export function stageText(names: readonly string[], expression: string): string {
  return `${before(names)}${expression})\n`
}

/** Where the expression begins; equal names make equal texts up to there. */
export function stageStart(names: readonly string[]): Offset {
  return toOffset(before(names).length)
}

function before(names: readonly string[]): string {
  return `${imports}\n\n\ndef layer(${names.join(', ')}):\n    return (`
}

/** Whether an expression parses in its module: the grammar reads some text by itself, and some words as names, that it does not read there. */
export function canStage(names: readonly string[], expression: string, { parser }: Means): boolean {
  return parser.parse(stageText(names, expression)).errors.length === 0
}

/**
 * Opens a staged module.
 * @throws Error when it does not parse, of which `canStage` tells
 */
export function openStaged(text: string, { parser, libraries }: Means): Staged {
  const file = new SourceFile(parser.parse(text), libraries.library)
  const statement = [...walk(file.tree.root)].find(({ type }) => type === 'return_statement')
  const [expression] = statement?.parts ?? []
  if (!expression || file.tree.errors.length > 0) throw new Error('the expression does not parse in its module')
  return { file, expression: inner(expression) }
}

function inner(expression: Node): Node {
  const [only] = expression.type === 'parenthesized_expression' ? expression.parts : []
  return only ? inner(only) : expression
}

/** The expression's own text. */
export function stagedText({ file, expression }: Staged): string {
  return file.resolver.text(expression)
}
