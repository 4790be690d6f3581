import { createRequire } from 'node:module'
import { createChecker } from '../src/engine/checker.ts'

/** tree-sitter-python's grammar, as installed. */
export const grammar = createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm')

/** One engine for all tests of a file. */
export const checker = await createChecker(grammar)
