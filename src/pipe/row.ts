import { parseTree } from 'jsonc-parser'

/** A line as it was given. */
export interface Row {
  readonly path: string | null
  readonly source: string
  /** All other members as they were written, `"key": value`, so that a number keeps all its digits. */
  readonly others: readonly string[]
  /** Why there is nothing to check, if there is nothing. */
  readonly problem: string | null
}

const ours = new Set(['path', 'source', 'fixed', 'findings', 'error'])

/** Reads a line, or says why it is no row. */
export function readRow(line: string): Row | string {
  const value = parsed(line)
  if (value === undefined) return 'the line is not JSON'
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'the line is not a JSON object'
  // An object has members, of which nothing is known.
  const { path = null, source } = value as Readonly<Record<string, unknown>>
  const others = Object.keys(value).every(key => ours.has(key)) ? [] : othersIn(line)
  const isPath = path === null || typeof path === 'string'
  const isSource = typeof source === 'string'
  return {
    path: isPath ? path : null,
    source: isSource ? source : '',
    others: others ?? [],
    problem: problemOf(isPath, isSource, others),
  }
}

function problemOf(isPath: boolean, isSource: boolean, others: readonly string[] | null): string | null {
  if (others === null) return 'the line is nested too deep'
  if (!isPath) return 'path is not a string'
  return isSource ? null : 'there is no source, or it is not a string'
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function othersIn(line: string): readonly string[] | null {
  try {
    const members = parseTree(line)?.children ?? []
    const others = members.filter(({ children: [key] = [] }) => !ours.has(String(key?.value)))
    // Between members a \r is a blank to JSON, and the end of a line to some who read the answer.
    return others.map(({ offset, length }) => line.slice(offset, offset + length).replaceAll('\r', ' '))
  } catch {
    // It calls itself for each level.
    return null
  }
}
