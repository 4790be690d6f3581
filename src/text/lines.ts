import { type Offset, type Span, span, toOffset } from './span.ts'

/** Row and column from 1, the column in code points: what ruff's JSON and editors show to people. */
export interface Position {
  readonly row: number
  readonly column: number
}

/** The physical lines of a text. As in Python, `\n`, `\r\n` and a lone `\r` each end a line. */
export interface Lines {
  readonly count: number
  /** Row (from 1) of an offset. */
  row(offset: Offset): number
  position(offset: Offset): Position
  /** Inverse of `position`; a column past the line's end gives the line's end. */
  offset(position: Position): Offset
  /** The line of a row (from 1) without its line end. */
  line(row: number): Span
  /** The offset just after the row's line end. */
  next(row: number): Offset
}

/** Finds the lines of a text once, for many questions. */
export function createLines(text: string): Lines {
  const starts = lineStarts(text)
  const startOf = (row: number) => starts[row - 1] ?? text.length

  function row(offset: Offset): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (startOf(middle + 1) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  function line(row: number): Span {
    const start = startOf(row)
    const end = startOf(row + 1)
    return span(start, start + text.slice(start, end).replace(/[\r\n]+$/, '').length)
  }

  function position(offset: Offset): Position {
    const at = row(offset)
    return { row: at, column: [...text.slice(startOf(at), offset)].length + 1 }
  }

  function offset({ row, column }: Position): Offset {
    const { start, end } = line(row)
    const before = [...text.slice(start, end)].slice(0, column - 1).join('')
    return toOffset(start + before.length)
  }

  return { count: starts.length, row, position, offset, line, next: row => toOffset(startOf(row + 1)) }
}

/** The offsets at which the lines begin. */
function lineStarts(text: string): readonly number[] {
  const found = [0]
  if (text.includes('\r')) for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) found.push(index + end.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1)
  return found
}

/** The line end that most lines of the text use; `\n` for a text of one line. */
export function prevailingLineEnd(text: string): string {
  if (!text.includes('\r')) return '\n'
  const counts = new Map<string, number>()
  for (const [end] of text.matchAll(/\r\n|\r|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '\n'
}
