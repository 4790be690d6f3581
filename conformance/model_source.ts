import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { LayerRecord } from './model_rows.ts'

interface Position {
  readonly row: number
  readonly column: number
}

interface CliEdit {
  readonly content: string
  readonly location: Position
  readonly end_location: Position
}

/** What `torchspore check --output-format json` tells. */
interface CliFinding {
  readonly location: Position
  readonly fix: { readonly edits: readonly CliEdit[] } | null
}

const told = new Map<string, readonly CliFinding[]>()

/** Runs the built command line on a file of a package, once. */
function findingsOf(file: string): readonly CliFinding[] {
  const known = told.get(file)
  if (known) return known
  const args = ['dist/cli.js', 'check', '--isolated', '--exit-zero', '--output-format', 'json', file]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`torchspore check ${file}: ${stderr.trim()}`)
  // JSON.parse knows no types; the interfaces above name what is read of it.
  const found = JSON.parse(stdout) as readonly CliFinding[]
  told.set(file, found)
  return found
}

/** The call at its place in the package's file, rewritten by the command line; null where it has no fix for it. */
export function cliCall({ file, at, end, values }: LayerRecord): string | null {
  if (file === null || !at || !end || !values) return null
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n')
  const [start, stop] = [byteOffset(lines, at), byteOffset(lines, end)]
  const finding = findingsOf(file).find(({ location }) => {
    const offset = offsetOf(lines, location)
    return offset >= start && offset < stop && /^[\s\w.(\\]*$/.test(text.slice(start, offset).replace(/#.*/g, ''))
  })
  if (!finding?.fix) return null
  const edits = finding.fix.edits
    .map(edit => ({ ...edit, from: offsetOf(lines, edit.location), to: offsetOf(lines, edit.end_location) }))
    .filter(({ from, to }) => from >= start && to <= stop)
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .reverse()
  return edits.reduce(
    (call, { from, to, content }) => call.slice(0, from - start) + content + call.slice(to - start),
    text.slice(start, stop),
  )
}

/** From a row and a column in code points, both from 1. */
function offsetOf(lines: readonly string[], { row, column }: Position): number {
  return above(lines, row) + [...(lines[row - 1] ?? '')].slice(0, column - 1).join('').length
}

function byteOffset(lines: readonly string[], [row, column]: readonly [number, number]): number {
  return (
    above(lines, row) +
    Buffer.from(lines[row - 1] ?? '')
      .subarray(0, column)
      .toString().length
  )
}

const above = (lines: readonly string[], row: number) =>
  lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0)
