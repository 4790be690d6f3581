import { Language, Parser } from 'web-tree-sitter'
import { copyTree, type Runtime, textForGrammar } from './copy_tree.ts'
import { TextReader } from './syntax/text_reader.ts'
import type { SyntaxTree } from './syntax_tree.ts'

export type { SyntaxTree } from './syntax_tree.ts'

/** Where the parser's two WebAssembly modules are: bytes, or (outside browsers) a path. `runtime` may be left out where web-tree-sitter finds its own. */
export interface ParserFiles {
  readonly runtime?: Uint8Array | string
  readonly grammar: Uint8Array | string
}

export interface PythonParser {
  parse(source: string): SyntaxTree
  /** For the texts of one document, one after the other. */
  follow(): FollowingParser
}

/** A tree of it is only good until the next text is parsed. */
export interface FollowingParser {
  parse(source: string): SyntaxTree
  /** How much of a text, in UTF-16 code units, is as in the text before; null if there was none. */
  sharedWith(source: string): number | null
}

/** In how many parts a followed text is divided: few enough to be gone through for each question. */
const partsOfFollowed = 64

/** One for the whole process, as web-tree-sitter's own; it puts its functions in here. */
let runtime: Runtime | null = null

/** A parser that reads sound Python by itself, and the rest, which is little, by tree-sitter's grammar. */
export async function createParser(files: ParserFiles): Promise<PythonParser> {
  const grammar = await loadGrammar(files)
  return reading(source => grammar.parse(source))
}

/** A parser that reads by itself what it can. */
function reading(otherwise: (source: string) => SyntaxTree): PythonParser {
  return {
    parse: source => new TextReader(otherwise).parse(source),
    follow: () => new TextReader(otherwise, partsOfFollowed),
  }
}

/** Thrown by a parser that has no grammar, for a text that it does not read by itself. */
export class GrammarMissing extends Error {
  override readonly name = 'GrammarMissing'
}

/** Reads sound Python, and throws GrammarMissing for any other text; there is nothing to load. */
export const soundParser: PythonParser = reading(() => {
  throw new GrammarMissing('the grammar is not loaded')
})

/** Loads tree-sitter's runtime and its grammar of Python; the parser that it gives is synchronous. */
export async function loadGrammar(files: ParserFiles): Promise<Pick<PythonParser, 'parse'>> {
  runtime ??= runtimeOptions(files.runtime)
  await Parser.init(runtime)
  const parser = new Parser()
  parser.setLanguage(await Language.load(files.grammar))
  const own = runtime
  return { parse: source => parse(own, parser, source) }
}

function runtimeOptions(runtime: Uint8Array | string | undefined): Runtime {
  if (runtime === undefined) return {}
  return typeof runtime === 'string' ? { locateFile: () => runtime } : { wasmBinary: runtime }
}

function parse(runtime: Runtime, parser: Parser, source: string): SyntaxTree {
  const tree = parser.parse(textForGrammar(source))
  if (!tree) throw new Error('the parser was stopped')
  try {
    return copyTree(runtime, tree, source)
  } finally {
    tree.delete()
  }
}
