import type { Checker } from '../src/engine/checker.ts'
import type { Finding } from '../src/engine/finding.ts'
import type { Fixed } from '../src/engine/fix_source.ts'
import type { Loader } from '../src/engine/loader.ts'
import type { Options } from '../src/engine/options.ts'
import { say } from '../src/messages/say.ts'
import type { PythonParser } from '../src/python/parser.ts'
import { applyEdits, mergeEdits } from '../src/text/edit.ts'

/** A program, and what it is checked with. */
export interface Program {
  readonly source: string
  readonly options?: Partial<Options>
  readonly loader?: Loader
}

/** The engine and the parser by which it is judged. */
export interface Tools {
  readonly checker: Checker
  readonly parser: PythonParser
}

/** All laws that a program's findings and fixes break, whatever the program; none where it is well. `result` is what fixing it gives. */
export function brokenLaws(program: Program, tools: Tools, result = fixedBy(program, tools)): readonly string[] {
  const { source } = program
  const all = [...result.findings, ...result.applied, ...result.remaining]
  return [
    ...all.flatMap(brokenWords),
    ...result.findings.flatMap(finding => brokenPlaces(finding, source)),
    ...brokenProofs(all),
    ...brokenRest(program, result, tools),
    ...brokenSplice(source, result),
    ...lostComments(source, result.text, tools.parser),
    ...result.findings.flatMap(finding => brokenAlone(finding, source, tools.parser)),
  ]
}

/** The program with all of its fixes, the unsafe ones too. */
export function fixedBy({ source, options, loader }: Program, { checker }: Tools): Fixed {
  return checker.fix(source, 'unsafe', options, loader)
}

const law = (name: string, isKept: boolean, about: string): readonly string[] => (isKept ? [] : [`${name}: ${about}`])

const about = ({ code, span }: Finding) => `${code} at ${span.start}`

/** All that a finding says can be said. */
function brokenWords({ code, message, notes, fix, certificate, rejected }: Finding): readonly string[] {
  const messages = [message, ...notes.map(note => note.message), ...(fix ? [fix.message] : [])]
  const proof = certificate ? [certificate.statement, ...certificate.assumes] : []
  const refuted = rejected.map(({ counterexample }) => ({ id: 'counterexample', counterexample }) as const)
  const words = [...messages, ...proof, ...refuted].map(each => [each.id, say(each)] as const)
  return words.flatMap(([id, said]) =>
    // A program may use these words itself, and the messages repeat its names.
    law('words', said !== '' && !/\[object Object\]/.test(said), `${code} says "${said}" for ${id}`),
  )
}

/** Spans lie in the text, and neither between the halves of a character nor, as edits, over each other. */
function brokenPlaces(finding: Finding, source: string): readonly string[] {
  const edits = mergeEdits(finding.fix?.edits ?? [])
  const isBorder = (at: number) => !/^[\ud800-\udbff][\udc00-\udfff]/.test(source.slice(Math.max(0, at - 1), at + 1))
  const isInside = ({ start, end }: Finding['span']) => 0 <= start && start <= end && end <= source.length
  return [
    ...[finding.span, ...edits.map(({ span }) => span)].flatMap(span => [
      ...law('inside', isInside(span), `${about(finding)} has ${span.start} to ${span.end} of ${source.length}`),
      ...law('border', isBorder(span.start) && isBorder(span.end), `${about(finding)}, ${span.start} to ${span.end}`),
    ]),
    ...edits.flatMap(({ span }, index) =>
      law('overlap', (edits[index - 1]?.span.end ?? 0) <= span.start, `${about(finding)}, edit at ${span.start}`),
    ),
  ]
}

/** What changes together with calls leans on their certificates; any other fix has its own. */
const together: ReadonlySet<string> = new Set(['TSP301', 'TSP305'])

function brokenProofs(findings: readonly Finding[]): readonly string[] {
  const alone = findings.filter(({ code, fix }) => fix && !together.has(code))
  return alone.flatMap(finding => law('proved', finding.certificate?.status === 'proved', about(finding)))
}

/** What was fixed parses wherever the original did, is not found again, and stays as it is. */
function brokenRest(program: Program, fixed: Fixed, tools: Tools): readonly string[] {
  const { text, findings, applied, remaining } = fixed
  const syntax = (list: readonly Finding[]) => list.filter(({ code }) => code === 'TSP901').length
  const again = fixedBy({ ...program, source: text }, tools)
  return [
    ...law('change', (text === program.source) === (applied.length === 0), `${applied.length} fixes`),
    ...law(
      'settled',
      remaining.every(({ fix }) => !fix),
      remaining
        .filter(({ fix }) => fix)
        .map(about)
        .join(),
    ),
    ...law('parses', syntax(findings) === syntax(remaining), `${syntax(findings)}, then ${syntax(remaining)}`),
    ...law('again', again.text === text && again.applied.length === 0, again.applied.map(about).join()),
    ...law('remaining', JSON.stringify(again.findings) === JSON.stringify(remaining), remaining.map(about).join()),
  ]
}

/** Outside the edits not a character changes: what stands between them stands between their contents. Only where one round was enough. */
function brokenSplice(source: string, { text, findings, applied }: Fixed): readonly string[] {
  if (applied.some(finding => !findings.includes(finding))) return []
  let [old, now] = [0, 0]
  for (const { span, content } of mergeEdits(applied.flatMap(({ fix }) => fix?.edits ?? []))) {
    const kept = source.slice(old, span.start) + content
    if (!text.startsWith(kept, now)) return [`splice: the edit at ${span.start}`]
    now += kept.length
    old = span.end
  }
  return law('splice', text.slice(now) === source.slice(old), 'behind the last edit')
}

/** All comments stay, in their order. */
function lostComments(source: string, text: string, parser: PythonParser): readonly string[] {
  if (text === source) return []
  const commentsOf = (each: string) => parser.parse(each).comments.map(({ start, end }) => each.slice(start, end))
  return law('comments', JSON.stringify(commentsOf(source)) === JSON.stringify(commentsOf(text)), 'not the same')
}

/** A fix that is applied alone, as in an editor, leaves what parses too. */
function brokenAlone(finding: Finding, source: string, parser: PythonParser): readonly string[] {
  if (!finding.fix) return []
  const { text } = applyEdits(source, finding.fix.edits)
  return law('alone', parser.parse(text).errors.length === 0, about(finding))
}
