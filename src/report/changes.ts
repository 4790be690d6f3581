import { diffArrays } from 'diff'
import { applyEdits, type Edit, mergeEdits } from '../text/edit.ts'
import type { Lines } from '../text/lines.ts'
import { span } from '../text/span.ts'

/** A line that a fix takes away or puts there. Rows are those of the text before, so that both sides of a change agree. */
export interface Change {
  readonly mark: '-' | '+'
  readonly row: number
  readonly text: string
}

/** Edits whose rows touch, and those rows. */
interface Hunk {
  readonly first: number
  readonly last: number
  readonly edits: readonly Edit[]
}

/** The lines that edits change. */
export function changesOf(source: string, lines: Lines, edits: readonly Edit[]): readonly Change[] {
  return hunksOf(lines, mergeEdits(edits)).flatMap(hunk => changesIn(source, lines, hunk))
}

function hunksOf(lines: Lines, edits: readonly Edit[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  for (const edit of edits) {
    const hunk = { first: lines.row(edit.span.start), last: lines.row(edit.span.end), edits: [edit] }
    const before = hunks.at(-1)
    if (before && hunk.first <= before.last) hunks.splice(-1, 1, joined(before, hunk))
    else hunks.push(hunk)
  }
  return hunks
}

function joined(a: Hunk, b: Hunk): Hunk {
  return { first: a.first, last: Math.max(a.last, b.last), edits: [...a.edits, ...b.edits] }
}

function changesIn(source: string, lines: Lines, { first, last, edits }: Hunk): readonly Change[] {
  const { start } = lines.line(first)
  const before = source.slice(start, lines.line(last).end)
  const moved = edits.map(edit => ({ ...edit, span: span(edit.span.start - start, edit.span.end - start) }))
  return lineChanges(first, before, applyEdits(before, moved).text)
}

function lineChanges(first: number, before: string, after: string): readonly Change[] {
  const changes: Change[] = []
  let row = first
  let replaced = 0
  for (const { value, added, removed } of diffArrays(splitLines(before), splitLines(after))) {
    if (added) changes.push(...value.map((text, index): Change => ({ mark: '+', row: row - replaced + index, text })))
    if (removed) changes.push(...value.map((text, index): Change => ({ mark: '-', row: row + index, text })))
    replaced = removed ? value.length : 0
    if (!added) row += value.length
  }
  return changes
}

const splitLines = (text: string) => text.split(/\r\n|\r|\n/)
