import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { applyEdits } from '../src/text/edit.ts'
import { createLines, type Lines, type Position } from '../src/text/lines.ts'
import { contains, type Offset, type Span, span, toOffset } from '../src/text/span.ts'
import type { LayerRecord } from './model_rows.ts'

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
  const lines = createLines(text)
  const call = span(byteOffset(text, lines, at), byteOffset(text, lines, end))
  const finding = findingsOf(file).find(({ location }) => isCalleeOf(call, text, lines.offset(location)))
  if (!finding?.fix) return null
  const edits = finding.fix.edits
    .map(({ content, location, end_location }) => ({
      content,
      span: span(lines.offset(location), lines.offset(end_location)),
    }))
    .filter(edit => contains(call, edit.span))
  const edited = applyEdits(text, edits)
  return edited.text.slice(call.start, edited.moved(call.end))
}

/** Whether a finding's place is the callee's last name: only names and dots stand before it. */
function isCalleeOf(call: Span, text: string, place: Offset): boolean {
  const before = text.slice(call.start, place).replace(/#.*/g, '')
  return call.start <= place && place < call.end && /^[\s\w.(\\]*$/.test(before)
}

/** CPython counts columns in bytes of UTF-8. */
function byteOffset(text: string, lines: Lines, [row, column]: readonly [number, number]): Offset {
  const { start, end } = lines.line(row)
  return toOffset(start + Buffer.from(text.slice(start, end)).subarray(0, column).toString().length)
}
