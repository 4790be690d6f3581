import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** tree-sitter-python's grammar, as installed; asked from the project's folder, in which everything here runs. */
export const grammar = createRequire(pathToFileURL(`${process.cwd()}/package.json`)).resolve(
  'tree-sitter-python/tree-sitter-python.wasm',
)
