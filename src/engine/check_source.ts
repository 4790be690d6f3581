import type { Api } from '../mapping/api.ts'
import type { PythonParser, SyntaxTree } from '../python/parser.ts'
import { type Span, span } from '../text/span.ts'
import { Around } from './around.ts'
import { judgeCalls } from './call_findings.ts'
import { type Code, codes } from './codes.ts'
import type { Finding } from './finding.ts'
import type { Libraries } from './libraries.ts'
import type { Message } from './message.ts'
import type { Options } from './options.ts'
import { referenceFindings } from './reference_findings.ts'
import { type Called, findReferences } from './references.ts'
import { isSelected } from './selection.ts'
import { openFile } from './source_file.ts'
import { suppress } from './suppression.ts'

/** Deeper than any program that Python compiles; beyond it the call stack would not hold. */
export const deepest = 1500

/** All that the engine is made of for one run: the parser, the APIs, what is known of other modules. */
export interface Parts {
  readonly parser: PythonParser
  readonly apis: readonly Api[]
  readonly libraries: Libraries
}

/** The selected findings of one source text, in its order. */
export function checkSource(source: string, options: Options, parts: Parts): readonly Finding[] {
  return findAll(source, options, parts).filter(({ code }) => isSelected(code, options))
}

function findAll(source: string, options: Options, parts: Parts): readonly Finding[] {
  const bytes = utf8Length(source)
  if (bytes > options.maxFileSize) return [unreadable({ id: 'file.too-large', bytes, limit: options.maxFileSize })]
  const tree = parts.parser.parse(source)
  if (tree.depth > deepest) return [unreadable({ id: 'file.too-deep', depth: tree.depth, limit: deepest })]
  return checkTree(tree, options, parts)
}

function checkTree(tree: SyntaxTree, options: Options, { parser, apis, libraries }: Parts): readonly Finding[] {
  const file = openFile(tree, libraries.library)
  const findings = apis.flatMap(api => {
    const references = findReferences(file, api, libraries.others)
    const exact = references.filter(reference => reference.certainty === 'exact')
    const judge = { api, options, libraries, parse: (text: string) => parser.parse(text) }
    const called = exact.filter((each): each is Called => each.call !== null)
    const around = new Around(file, called, exact, api)
    const judged = judgeCalls(file, called, imports => around.makeLinks(imports, api), judge)
    const others = references.filter(reference => !around.has(reference))
    return [...judged.findings, ...around.findings(judged), ...referenceFindings(file, others)]
  })
  const [error] = tree.errors
  const broken = error ? [fileFinding('TSP901', errorSpan(error, tree.source), { id: 'file.syntax' })] : []
  return suppress(
    file,
    [...broken, ...findings].sort((a, b) => a.span.start - b.span.start),
  )
}

/** The first line of what could not be read. */
function errorSpan(error: Span, source: string): Span {
  const text = source.slice(error.start, error.end)
  const lead = text.length - text.trimStart().length
  const line = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? ''
  return span(error.start + lead, error.start + lead + line.length)
}

function unreadable(message: Message): Finding {
  return fileFinding('TSP902', span(0, 0), message)
}

function fileFinding(code: Code, at: Span, message: Message): Finding {
  const { name, severity } = codes[code]
  return { code, name, severity, span: at, message, notes: [], fix: null, certificate: null, rejected: [] }
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
