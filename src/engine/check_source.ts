import type { Api } from '../mapping/api.ts'
import type { PythonParser, SyntaxTree } from '../python/parser.ts'
import { type Span, span } from '../text/span.ts'
import { Around } from './around.ts'
import type { Certified } from './certified.ts'
import { classValues } from './class_values.ts'
import { compatPath } from './compat_import.ts'
import { judgeReferences } from './court.ts'
import type { Judge } from './drafts.ts'
import type { Finding } from './finding.ts'
import { handsOn } from './hands_on.ts'
import type { Libraries } from './libraries.ts'
import type { Loader } from './loader.ts'
import { makeFinding } from './make_finding.ts'
import type { Message } from './message.ts'
import { mindsporeFindings } from './mindspore_findings.ts'
import type { Modules } from './modules.ts'
import type { Options } from './options.ts'
import { referenceFindings, relatedFindings } from './reference_findings.ts'
import { type Called, findReferences } from './references.ts'
import { alone, type Repository } from './repository.ts'
import { isSelected } from './selection.ts'
import { soundPart } from './sound_part.ts'
import { SourceFile } from './source_file.ts'
import { suppress } from './suppression.ts'
import { withholdFixes } from './withhold_fixes.ts'

/** Deeper than any program that Python compiles; beyond it the call stack would not hold. */
export const deepest = 1500

/** All that the engine is made of for one run: the parser, the APIs, what is known of other modules. */
export interface Parts {
  readonly parser: PythonParser
  readonly apis: readonly Api[]
  readonly libraries: Libraries
  /** The modules of the loader's repository, with what is already known of them. */
  readonly modulesOf: (loader: Loader) => Modules
  /** What is known of the texts before, where one document is followed. */
  readonly certified?: Certified
}

/** What one source text comes to. */
export interface Analysis {
  /** The selected findings, in the order of the text. */
  readonly findings: readonly Finding[]
  /** Names of the module by which another one may import the class: aliases, tables, functions that return it. */
  readonly handsOn: readonly string[]
  /** The other files of the repository on which this rests, whether they are there or not. */
  consulted(): readonly string[]
}

/** Checks one source text. */
export function checkSource(source: string, options: Options, parts: Parts, loader: Loader | null): Analysis {
  const analysis = analyse(source, options, parts, loader)
  return { ...analysis, findings: analysis.findings.filter(({ code }) => isSelected(code, options)) }
}

function analyse(source: string, options: Options, parts: Parts, loader: Loader | null): Analysis {
  // No UTF-16 code unit takes more than three bytes.
  const bytes = source.length * 3 > options.maxFileSize ? utf8Length(source) : 0
  if (bytes > options.maxFileSize) return unreadable({ id: 'file.too-large', bytes, limit: options.maxFileSize })
  const tree = parts.parser.parse(source)
  if (tree.depth > deepest) return unreadable({ id: 'file.too-deep', depth: tree.depth, limit: deepest })
  return checkTree(tree, options, parts, loader)
}

function checkTree(tree: SyntaxTree, options: Options, parts: Parts, loader: Loader | null): Analysis {
  const view = loader && parts.modulesOf(loader).for(loader.path)
  if (loader && isCompatModule(loader.path, options)) return { findings: [], handsOn: [], consulted: () => [] }
  const library = view?.library ?? parts.libraries.library
  const repository = view ?? alone
  const sound = tree.errors.length > 0 ? soundPart(tree, source => parts.parser.parse(source)) : tree
  const file = new SourceFile(sound, library, repository.expand)
  const judge = {
    options,
    libraries: { others: new Set([...parts.libraries.others, ...compatPaths(parts.apis, options)]), library },
    parse: (text: string) => parts.parser.parse(text),
    certified: parts.certified,
  }
  const results = parts.apis.map(api => checkApi(file, repository, { ...judge, api }))
  const [error] = tree.errors
  const broken = error ? [makeFinding('TSP901', errorSpan(error, tree.source), { id: 'file.syntax' })] : []
  const findings = [...broken, ...results.flatMap(result => result.findings)].sort(
    (a, b) => a.span.start - b.span.start,
  )
  const handsOn = results.flatMap(result => result.handsOn)
  const reported = suppress(file, findings)
  const silenced = findings.filter(each => !reported.includes(each) || !isSelected(each.code, options))
  return {
    findings: withholdFixes(file, reported, silenced),
    handsOn,
    consulted: () => view?.consulted() ?? [],
  }
}

function checkApi(file: SourceFile, repository: Repository, judge: Judge): Omit<Analysis, 'consulted'> {
  const { api, libraries } = judge
  const found = findReferences(file, api, libraries.others, repository)
  const { references, aliases } = found
  const exact = references.filter(reference => reference.certainty === 'exact')
  const called = exact.filter((each): each is Called => each.call !== null)
  const values = judge.options.compatModule === null ? [] : classValues(file, exact)
  const around = new Around(file, found, values, api)
  const { needCompat } = around
  const subjects = { called, values, needCompat }
  const judged = judgeReferences(file, subjects, imports => around.makeLinks(imports, api), judge)
  const others = references.filter(reference => !around.has(reference) && !judged.rewrites(reference))
  const mentioned = api.related.filter(each => file.text.includes(each.name))
  const related = mentioned.flatMap(each =>
    relatedFindings(findReferences(file, each, libraries.others, repository).references, each.code),
  )
  return {
    findings: [
      ...judged.findings,
      ...around.findings(judged),
      ...referenceFindings(file, others),
      ...related,
      ...mindsporeFindings(file, repository, judge),
    ],
    handsOn: handsOn(file, repository, api, aliases),
  }
}

/** The module that `compat-module` names holds the class, and is not checked itself. */
function isCompatModule(path: string, { compatModule }: Options): boolean {
  if (compatModule === null) return false
  const module = compatModule.replaceAll('.', '/')
  const parts = `/${path.replaceAll('\\', '/')}`
  return parts.endsWith(`/${module}.py`) || parts.endsWith(`/${module}/__init__.py`)
}

function compatPaths(apis: readonly Api[], options: Options): readonly string[] {
  return apis.flatMap(api => compatPath(api, options) ?? [])
}

/** The first line of what could not be read. */
function errorSpan(error: Span, source: string): Span {
  const text = source.slice(error.start, error.end)
  const lead = text.length - text.trimStart().length
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  return span(error.start + lead, error.start + lead + line.length)
}

function unreadable(message: Message): Analysis {
  return { findings: [makeFinding('TSP902', span(0, 0), message)], handsOn: [], consulted: () => [] }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
