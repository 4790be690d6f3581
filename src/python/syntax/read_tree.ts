import type { SyntaxTree } from '../syntax_tree.ts'
import { Blocks } from './blocks.ts'
import { finish } from './finish.ts'
import { NotRead } from './not_read.ts'

/**
 * Reads a module that is sound Python into the same tree as tree-sitter-python, many times as fast. Null for any other text,
 * and for what is rare: match statements, type parameters, Python 2's statements, nesting that is too deep for the call stack.
 */
export function readTree(source: string): SyntaxTree | null {
  try {
    const reader = new Blocks(source)
    const root = reader.module()
    return finish(source, root, reader.comments)
  } catch (error) {
    if (error instanceof NotRead || error instanceof RangeError) return null
    throw error
  }
}
