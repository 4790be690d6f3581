import { conv_transpose1d } from '../../rules/conv_transpose1d/index.ts'
import { library, otherLibraries } from '../../rules/libraries.ts'
import { createParser, type ParserFiles, type PythonParser, type SyntaxTree, soundParser } from '../python/parser.ts'
import { toOffset } from '../text/span.ts'
import { type CallSite, callsAround } from './calls_around.ts'
import { type Analysis, checkSource, type Parts } from './check_source.ts'
import type { Finding } from './finding.ts'
import { type Applied, type Fixed, fixSource } from './fix_source.ts'
import { type Follower, follow } from './follower.ts'
import { rememberLast } from './last_tree.ts'
import type { Libraries } from './libraries.ts'
import type { Loader } from './loader.ts'
import { Modules } from './modules.ts'
import { type Answer, type Offered, offerFixes } from './offer_fixes.ts'
import { defaultOptions, type Options } from './options.ts'
import type { Verified } from './verified.ts'
import { verify } from './verify.ts'

export type { CallSite } from './calls_around.ts'
export type { Analysis } from './check_source.ts'
export type { Applied, Fixed } from './fix_source.ts'
export type { Follower } from './follower.ts'
export type { Answer, Offered } from './offer_fixes.ts'
export type { Verified } from './verified.ts'

/** The engine: pure and synchronous, the same in every home. */
export interface Checker {
  /** Findings in the order of the text. Never throws on account of the source. */
  check(source: string, options?: Partial<Options>, loader?: Loader): readonly Finding[]
  /** The same, with what the file tells about others. */
  analyse(source: string, options?: Partial<Options>, loader?: Loader): Analysis
  /** Whether a source that does not name the class may get it by what it imports; a look at its lines. */
  mayUse(source: string, loader: Loader): boolean
  /** Applies fixes until none is left; all or nothing. */
  fix(source: string, applied: Applied, options?: Partial<Options>, loader?: Loader): Fixed
  /** Offers fixes one by one, and goes by the answers. */
  offerFixes(source: string, applied: Applied, options?: Partial<Options>, loader?: Loader): Offers
  /** Verifies one call that stands alone, and certifies the port `against` of it where one is given. */
  verify(call: string, against?: string | null, options?: Partial<Options>): Verified
  /** The calls around an offset in UTF-16 code units, the innermost first. */
  callsAround(source: string, offset: number): readonly CallSite[]
  /** Follows one source through its changes. */
  follow(): Follower
}

/** What is offered; it takes the answers, and ends with what came of them. */
export type Offers = Generator<Offered, Fixed, Answer>

/** Makes the engine from the parser's WebAssembly: the bytes or path of tree-sitter-python.wasm, or of both modules. */
export async function createChecker(wasm: Uint8Array | string | ParserFiles): Promise<Checker> {
  const files = typeof wasm === 'string' || wasm instanceof Uint8Array ? { grammar: wasm } : wasm
  return checkerWith(await createParser(files))
}

/** The engine for sound Python: it loads nothing, and throws GrammarMissing where the parser's WebAssembly is needed after all. */
export function createSoundChecker(): Checker {
  return checkerWith(soundParser)
}

function checkerWith(bare: PythonParser): Checker {
  const parser = rememberLast(bare)
  const libraries: Libraries = { library, others: otherLibraries }
  const parts: Parts = {
    parser,
    apis: [conv_transpose1d],
    libraries,
    modulesOf: rememberModules(source => parser.parse(source), libraries),
  }
  const analyse = (source: string, options: Partial<Options> = {}, loader: Loader | null = null) =>
    checkSource(source, { ...defaultOptions, ...options }, parts, loader)
  const check = (source: string, options?: Partial<Options>, loader?: Loader) =>
    analyse(source, options, loader).findings
  const parses = (source: string) => parser.parse(source).errors.length === 0
  return {
    check,
    analyse,
    mayUse: (source, loader) => parts.modulesOf(loader).for(loader.path).mayUse(source),
    fix: (source, applied, options, loader) =>
      fixSource(source, applied, { analyse: text => analyse(text, options, loader), parses }),
    offerFixes: (source, applied, options, loader) =>
      offerFixes(source, applied, { analyse: text => analyse(text, options, loader), parses }),
    verify: (call, against = null, options = {}) =>
      verify(call, against, { ...parts, check: source => check(source, { ...options, ...everything }) }),
    callsAround: (source, offset) => callsAround(parser.parse(source), toOffset(offset), conv_transpose1d),
    follow: () => follow(parts),
  }
}

const everything: Partial<Options> = { select: ['TSP'], extendSelect: [], ignore: [] }

/** What names the class, or begins a name of it; the classes of two and three dimensions are others. */
const word = /ConvTranspose(?![23]d)/

/** Keeps what was learned of a repository for as long as its loader reads from the same snapshot. */
function rememberModules(parse: (source: string) => SyntaxTree, libraries: Libraries): (loader: Loader) => Modules {
  const known = new WeakMap<Loader['read'], Modules>()
  return loader => {
    const modules = known.get(loader.read) ?? new Modules(loader, parse, libraries, word)
    known.set(loader.read, modules)
    return modules
  }
}
