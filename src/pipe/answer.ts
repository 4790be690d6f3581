import { isUtf8 } from 'node:buffer'
import type { Applied, Checker } from '../engine/checker.ts'
import type { Options } from '../engine/options.ts'
import { foundIn } from '../host/layout.ts'
import { readText } from '../host/read_text.ts'
import { unreadable } from '../host/unreadable.ts'
import { jsonFindings } from '../report/json.ts'
import { jsonText } from '../report/json_text.ts'
import type { Line } from './lines_in.ts'
import { type Row, readRow } from './row.ts'

/** What rows are checked with. */
export interface Means {
  /** Gives the engine, loading it when the first row needs it. */
  readonly checker: () => Promise<Checker>
  readonly optionsFor: (path: string) => Options
  readonly applied: Applied
}

/** What is said of a row. */
interface Said {
  readonly fixed: string | null
  readonly findings: readonly object[]
  readonly error: string | null
}

/**
 * The answer to a line, without a line end; whatever the line holds there is one.
 * @throws WebAssembly.RuntimeError when the parser breaks, after which it answers nothing more
 */
export async function answer(bytes: Line, means: Means): Promise<string> {
  if (!bytes) return written(noRow, failed('the line is too long'))
  if (!isUtf8(bytes)) return written(noRow, failed('the line is not UTF-8'))
  const row = readRow(new TextDecoder().decode(bytes))
  if (typeof row === 'string') return written(noRow, failed(row))
  if (row.problem !== null) return written(row, failed(row.problem))
  try {
    return written(row, await check(row, means))
  } catch (error) {
    if (error instanceof Error && error.name === 'RuntimeError') throw error
    return written(row, failed(`internal error, please report it: ${error instanceof Error ? error.message : error}`))
  }
}

/** The answer to a line that could not be checked. */
export function failure(bytes: Line, reason: string): string {
  const row = bytes && isUtf8(bytes) ? readRow(new TextDecoder().decode(bytes)) : ''
  return written(typeof row === 'string' ? noRow : row, failed(reason))
}

const noRow: Pick<Row, 'path' | 'others'> = { path: null, others: [] }

const failed = (error: string): Said => ({ fixed: null, findings: [], error })

async function check({ path, source }: Row, { checker, optionsFor, applied }: Means): Promise<Said> {
  const name = path ?? '-'
  const options = optionsFor(name)
  const read = readText(source, name)
  if (read.kind === 'passed-over') return { fixed: null, findings: [], error: null }
  if (read.kind === 'problem') {
    const file = { path: name, absolute: name, source: '', findings: unreadable(read.message, options) }
    return { fixed: null, findings: jsonFindings(file), error: null }
  }
  const layout = read.kind === 'notebook' ? read.layout : undefined
  const { text, findings } = (await checker()).fix(read.text, applied, options)
  return {
    fixed: text === read.text ? null : read.render(text),
    findings: jsonFindings({ path: name, absolute: name, ...foundIn(read.text, findings, layout) }),
    error: null,
  }
}

/** Ours first, then what else the row holds, as it was written. */
function written({ path, others }: Pick<Row, 'path' | 'others'>, { fixed, findings, error }: Said): string {
  const ours = jsonText({ path, fixed, findings, error })
  return `${[ours.slice(0, -1), ...others].join(',')}}`
}
