import { Language, Parser } from 'web-tree-sitter'
import { copyTree, type Runtime, type SyntaxTree, textForGrammar } from './copy_tree.ts'
import { FollowingParser } from './following_parser.ts'

export type { SyntaxTree } from './copy_tree.ts'

/** Where the parser's two WebAssembly modules are: bytes, or (outside browsers) a path. `runtime` may be left out where web-tree-sitter finds its own. */
export interface ParserFiles {
  readonly runtime?: Uint8Array | string
  readonly grammar: Uint8Array | string
}

export interface PythonParser {
  parse(source: string): SyntaxTree
  /** Follows one text through its changes. */
  follow(): TextFollower
}

/** Parses texts that are much like the one before quickly; a tree is only good until the next text is parsed. */
export interface TextFollower {
  parse(source: string): SyntaxTree
  /** Frees what is kept. */
  close(): void
}

/** One for the whole process, as web-tree-sitter's own; it puts its functions in here. */
let runtime: Runtime | null = null

/** Loads the runtime and the grammar; the parser that it gives is synchronous. */
export async function createParser(files: ParserFiles): Promise<PythonParser> {
  runtime ??= runtimeOptions(files.runtime)
  await Parser.init(runtime)
  const parser = new Parser()
  parser.setLanguage(await Language.load(files.grammar))
  const own = runtime
  return { parse: source => parse(own, parser, source), follow: () => new FollowingParser(own, parser) }
}

function runtimeOptions(runtime: Uint8Array | string | undefined): Runtime {
  if (runtime === undefined) return {}
  return typeof runtime === 'string' ? { locateFile: () => runtime } : { wasmBinary: runtime }
}

function parse(runtime: Runtime, parser: Parser, source: string): SyntaxTree {
  const tree = parser.parse(textForGrammar(source))
  if (!tree) throw new Error('the parser was stopped')
  try {
    return copyTree(runtime, tree, source, null)
  } finally {
    tree.delete()
  }
}
