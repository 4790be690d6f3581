import { resolve } from 'node:path'
import { readLines, writeLines } from '../lines.ts'
import { failureOf, runProgram } from '../process.ts'

/** A file, or a text. */
export type Program = { readonly path: string } | { readonly text: string }

/** What CPython makes of a program; see python/ast_judge.py. */
export interface Judged {
  /** Why the parser or the symbol table refuses it. */
  readonly refused?: string
  /** Why the program is not UTF-8. */
  readonly otherwise?: string
  readonly nodes?: string
  readonly scopes?: readonly string[] | null
}

export interface Judge {
  readonly version: string
  /** Whether strings that are interpolated have places. */
  readonly exact: boolean
}

const work = resolve('conformance/.work/ast')
const atOnce = 300

/**
 * Has CPython judge programs, some hundreds in a process, and hands on what it makes of each, in order.
 * @throws Error when Python ends with one
 */
export function* judge(python: string, programs: readonly Program[]): Generator<readonly [Program, Judged, Judge]> {
  for (let at = 0; at < programs.length; at += atOnce) {
    const some = programs.slice(at, at + atOnce)
    const [head, ...judged] = judgeSome(python, some)
    console.error(`${at + some.length} of ${programs.length} programs`)
    for (const [index, program] of some.entries()) {
      const one = judged[index]
      if (!head || !one) throw new Error(`${python} judged ${judged.length} of ${some.length} programs`)
      yield [program, one, head]
    }
  }
}

function judgeSome(python: string, programs: readonly Program[]): readonly [Judge, ...Judged[]] {
  const [asked, answered] = [`${work}/programs.jsonl`, `${work}/judged.jsonl`]
  writeLines(asked, programs)
  const failure = failureOf(runProgram(python, [resolve('conformance/python/ast_judge.py'), asked, answered]))
  if (failure) throw new Error(failure)
  // The first line is of another shape than the others.
  return readLines<Judged>(answered) as unknown as readonly [Judge, ...Judged[]]
}
