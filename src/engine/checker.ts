import { conv_transpose1d } from '../../rules/conv_transpose1d/index.ts'
import { library, otherLibraries } from '../../rules/libraries.ts'
import { createParser, type ParserFiles } from '../python/parser.ts'
import { checkSource, type Parts } from './check_source.ts'
import type { Finding } from './finding.ts'
import { type Applied, type Fixed, fixSource } from './fix_source.ts'
import type { Loader } from './loader.ts'
import { defaultOptions, type Options } from './options.ts'

export type { Applied, Fixed } from './fix_source.ts'

/** The engine: pure and synchronous, the same in every home. */
export interface Checker {
  /** Findings in the order of the text. Never throws on account of the source. */
  check(source: string, options?: Partial<Options>, loader?: Loader): readonly Finding[]
  /** Applies fixes until none is left; all or nothing. */
  fix(source: string, applied: Applied, options?: Partial<Options>, loader?: Loader): Fixed
}

/** Makes the engine from the parser's WebAssembly: the bytes or path of tree-sitter-python.wasm, or of both modules. */
export async function createChecker(wasm: Uint8Array | string | ParserFiles): Promise<Checker> {
  const files = typeof wasm === 'string' || wasm instanceof Uint8Array ? { grammar: wasm } : wasm
  const parts: Parts = {
    parser: await createParser(files),
    apis: [conv_transpose1d],
    libraries: { library, others: otherLibraries },
  }
  const check = (source: string, options: Partial<Options> = {}) =>
    checkSource(source, { ...defaultOptions, ...options }, parts)
  const parses = (source: string) => parts.parser.parse(source).errors.length === 0
  return {
    check,
    fix: (source, applied, options) => fixSource(source, applied, { check: text => check(text, options), parses }),
  }
}
