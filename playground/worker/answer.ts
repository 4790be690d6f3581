import type { Applied, Checker } from '../../src/engine/checker.ts'
import type { Finding } from '../../src/engine/finding.ts'
import { createLines } from '../../src/text/lines.ts'
import { toOffset } from '../../src/text/span.ts'
import type { CallAt, Exchange, Kind, Looked, Question, Rewritten, Subject } from './protocol.ts'

/** Answers one question. */
export function answer(checker: Checker, { kind, asked }: Question): Exchange[Kind]['answer'] {
  return kind === 'look' ? look(checker, asked) : callAt(checker, asked)
}

function look(checker: Checker, { source, options }: Subject): Looked {
  const rewritten = (applied: Applied): Rewritten => {
    const { text, applied: fixes } = checker.fix(source, applied, options)
    return { text, fixes: fixes.length }
  }
  return { findings: checker.check(source, options), safe: rewritten('safe'), unsafe: rewritten('unsafe') }
}

/** The innermost call around the offset that something was found at or that has the class's name; else one found in its line. */
function callAt(checker: Checker, { source, options, offset }: Exchange['call']['asked']): CallAt | null {
  const findings = checker.check(source, options).filter(({ code }) => /^TSP[12]/.test(code))
  const { row } = createLines(source)
  const here = row(toOffset(offset))
  const inLine = findings.find(({ span }) => row(span.start) === here)
  for (const place of [offset, ...(inLine ? [inLine.span.start] : [])]) {
    const found = callAround(checker, { source, options, offset: place }, findings)
    if (found) return found
  }
  return null
}

function callAround(
  checker: Checker,
  { source, options, offset }: Exchange['call']['asked'],
  findings: readonly Finding[],
): CallAt | null {
  for (const { callee, text, isNamed } of checker.callsAround(source, offset)) {
    const finding = findings.find(({ span }) => callee.start <= span.start && span.end <= callee.end) ?? null
    if (!finding && !isNamed) continue
    const verified = checker.verify(text, null, options)
    if (verified.kind === 'verified') return { verification: verified, finding }
  }
  return null
}
