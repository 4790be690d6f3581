import type { Node } from '../python/node.ts'
import type { Lines } from '../text/lines.ts'
import type { Finding } from './finding.ts'
import { makeFinding } from './make_finding.ts'
import type { SourceFile } from './source_file.ts'

/** A comment that silences findings: those of some codes or prefixes (null: all), on its line or in the whole file. */
interface Suppression {
  readonly comment: Node
  readonly codes: readonly string[] | null
  readonly wholeFile: boolean
  /** Whether it can only be about torchspore, so that it is worth a word when it silences nothing. */
  readonly ours: boolean
}

/** The findings that no comment silences, and TSP903 for each comment that silences none. */
export function suppress(file: SourceFile, findings: readonly Finding[]): readonly Finding[] {
  const suppressions = file.tree.comments.flatMap(comment => readSuppression(comment, file.text))
  if (suppressions.length === 0) return findings
  const used = new Set<Suppression>()
  const left = findings.filter(finding => {
    const silencing = suppressions.filter(each => silences(each, finding, file.lines))
    for (const each of silencing) used.add(each)
    return silencing.length === 0
  })
  const unused = suppressions.filter(each => each.ours && !used.has(each))
  return [...left, ...unused.map(unusedFinding)].sort((a, b) => a.span.start - b.span.start)
}

function readSuppression(comment: Node, text: string): readonly Suppression[] {
  const words = text.slice(comment.start, comment.end)
  const own = /#\s*torchspore:\s*ignore(-file\b)?/i.exec(words)
  if (own) {
    const codes = ownCodes(words.slice(own.index + own[0].length))
    return [{ comment, codes, wholeFile: own[1] !== undefined, ours: true }]
  }
  const noqa = /#\s*noqa(?::\s*([A-Z]+[0-9]*(?:[,\s]+[A-Z]+[0-9]*)*))?/i.exec(words)
  if (!noqa) return []
  const codes = listOf(noqa[1])
  return [{ comment, codes, wholeFile: false, ours: codes?.every(code => code.startsWith('TSP')) ?? false }]
}

/** The codes behind `ignore`, with brackets or without; none where it is written as nothing that is known, such as `ignored` or `ignore[`. */
function ownCodes(rest: string): readonly string[] | null {
  const listed = /^\s*\[([A-Z0-9,\s]+)\]/i.exec(rest) ?? /^\s*:?\s*(TSP[0-9]*(?:[,\s]+TSP[0-9]*)*)\b/i.exec(rest)
  if (listed) return listOf(listed[1]) ?? []
  return /^\s*\[|^[\w-]/.test(rest) ? [] : null
}

function listOf(text: string | undefined): readonly string[] | null {
  const codes = text
    ?.split(/[,\s]+/)
    .filter(Boolean)
    .map(code => code.toUpperCase())
  return codes && codes.length > 0 ? codes : null
}

function silences({ comment, codes, wholeFile }: Suppression, { code, span }: Finding, lines: Lines): boolean {
  if (codes && !codes.some(prefix => code.startsWith(prefix))) return false
  return wholeFile || lines.row(comment.start) === lines.row(span.start)
}

function unusedFinding({ comment, codes }: Suppression): Finding {
  return makeFinding('TSP903', comment, { id: 'suppression.unused', codes: codes ?? [] })
}
