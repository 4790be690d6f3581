import picocolors from 'picocolors'
import type { Severity } from '../engine/codes.ts'

type Paint = (text: string) => string

/** How parts of a report are painted; plain without colours. */
export interface Style {
  readonly path: Paint
  readonly severity: Readonly<Record<Severity, Paint>>
  readonly fix: Paint
  readonly gutter: Paint
  readonly subject: Paint
  readonly removed: Paint
  readonly added: Paint
}

/** Paints text for a terminal, or leaves it as it is. */
export function createStyle(colours: boolean): Style {
  const { bold, red, yellow, cyan, green, dim } = picocolors.createColors(colours)
  return {
    path: bold,
    severity: { error: red, warning: yellow, info: cyan },
    fix: green,
    gutter: dim,
    subject: cyan,
    removed: red,
    added: green,
  }
}
