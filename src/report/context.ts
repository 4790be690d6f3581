import type { Span } from '../text/span.ts'
import type { FileLines } from './file_lines.ts'
import { gutter } from './gutter.ts'
import type { Style } from './style.ts'
import { columns, visibleLine } from './visible.ts'

/** The line before a span for orientation, the span's first line, and carets under the span. */
export function contextOf(source: string, lines: FileLines, span: Span, style: Style): readonly string[] {
  const row = lines.row(span.start)
  const text = (at: number) => source.slice(lines.line(at).start, lines.line(at).end)
  const before =
    row > 1 && text(row - 1).trim() !== ''
      ? [gutter(style, '|', lines.shownRow(row - 1), visibleLine(text(row - 1)))]
      : []
  return [
    ...before,
    gutter(style, '|', lines.shownRow(row), visibleLine(text(row))),
    carets(source, lines, span, style),
  ]
}

function carets(source: string, lines: FileLines, span: Span, style: Style): string {
  const { start, end } = lines.line(lines.row(span.start))
  const from = columns(visibleLine(source.slice(start, span.start)))
  const to = columns(visibleLine(source.slice(start, Math.min(span.end, end))))
  return gutter(style, '|', null, ' '.repeat(from) + style.severity.error('^'.repeat(Math.max(1, to - from))))
}
