import { expect } from 'vitest'
import type { Finding } from '../../src/engine/finding.ts'
import type { Fixed } from '../../src/engine/fix_source.ts'
import type { Options } from '../../src/engine/options.ts'
import { say } from '../../src/messages/say.ts'
import { createParser } from '../../src/python/parser.ts'
import { checker, grammar } from '../checker.ts'

const parser = await createParser({ grammar })

/** Applies all fixes, and expects what must hold of them whatever the source: of examples and fixtures alike. */
export function fixed(source: string, options: Partial<Options> = {}): Fixed {
  const result = checker.fix(source, 'unsafe', options)
  for (const finding of [...result.findings, ...result.applied, ...result.remaining]) expectWords(finding)
  // What changes together with calls leans on their certificates.
  const alone = result.applied.filter(({ code }) => code !== 'TSP301' && code !== 'TSP305')
  for (const finding of alone) expect(finding.certificate?.status).toBe('proved')
  expect(result.text === source).toBe(result.applied.length === 0)
  expectSettled(result, options)
  expectSplice(source, result)
  expect(commentsOf(result.text)).toEqual(commentsOf(source))
  return result
}

/** All comments, in order: none is lost, moved or doubled. */
function commentsOf(source: string): readonly string[] {
  return parser.parse(source).comments.map(({ start, end }) => source.slice(start, end))
}

/** What was fixed parses, is not found again, and stays as it is. */
function expectSettled({ text, findings, remaining }: Fixed, options: Partial<Options>): void {
  expect(checker.check(text, options)).toEqual(remaining)
  expect(remaining.filter(({ fix }) => fix)).toEqual([])
  const broken = (list: readonly Finding[]) => list.filter(({ code }) => code === 'TSP901').length
  expect(broken(remaining)).toBe(broken(findings))
  expect(checker.fix(text, 'unsafe', options)).toMatchObject({ text, applied: [] })
}

/** Outside the edits not a byte changes: cutting them out of both texts leaves the same. Only where one round was enough. */
function expectSplice(source: string, { text, findings, applied }: Fixed): void {
  if (applied.some(finding => !findings.includes(finding))) return
  const edits = applied.flatMap(({ fix }) => fix?.edits ?? [])
  const places = new Map(edits.map(({ span, content }) => [`${span.start} ${span.end} ${content}`, { span, content }]))
  let [old, now] = [0, 0]
  for (const { span, content } of [...places.values()].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    const kept = source.slice(old, span.start)
    expect(text.slice(now, now + kept.length)).toBe(kept)
    now += kept.length + content.length
    old = span.end
    expect(text.slice(now - content.length, now)).toBe(content)
  }
  expect(text.slice(now)).toBe(source.slice(old))
}

/** All that a finding says can be said. */
function expectWords({ message, notes, fix, certificate, rejected }: Finding): void {
  const messages = [message, ...notes.map(note => note.message), ...(fix ? [fix.message] : [])]
  const proof = certificate ? [certificate.statement, ...certificate.assumes] : []
  const refuted = rejected.map(({ counterexample }) => ({ id: 'counterexample', counterexample }) as const)
  for (const each of [...messages, ...proof, ...refuted]) {
    expect(say(each)).not.toMatch(/undefined|\[object|NaN/)
    expect(say(each)).not.toBe('')
  }
}
