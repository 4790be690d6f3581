import { createRequire } from 'node:module'
import { createChecker } from '../src/engine/checker.ts'
import { createParser } from '../src/python/parser.ts'
import { cacheTarget } from './cache_files.ts'
import { hugeTarget } from './huge.ts'
import type { Target } from './input.ts'
import { notebookTarget } from './notebooks.ts'
import { pipeTarget } from './pipe_lines.ts'
import { pythonTarget } from './python.ts'
import { reportsTarget } from './reports.ts'
import { editsTarget, serverTarget } from './server.ts'
import { settingsTarget } from './settings.ts'
import { suppressionsTarget } from './suppressions.ts'

/** All targets, with an engine of their own. */
export async function createTargets(): Promise<ReadonlyMap<string, Target>> {
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm')
  const tools = { checker: await createChecker(grammar), parser: await createParser({ grammar }) }
  return new Map([
    ['python', pythonTarget(tools)],
    ['reports', reportsTarget(tools)],
    ['suppressions', suppressionsTarget(tools)],
    ['notebook', notebookTarget(tools)],
    ['settings', settingsTarget],
    ['cache', cacheTarget(tools)],
    ['pipe', pipeTarget(tools)],
    ['server', serverTarget(tools)],
    ['edits', editsTarget(tools)],
    ['huge', hugeTarget],
  ])
}
