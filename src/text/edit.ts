import { type Offset, type Span, span, toOffset } from './span.ts'

/** Replaces a span of a text by `content`; an empty span inserts. */
export interface Edit {
  readonly span: Span
  readonly content: string
}

/** A text after edits, and where its old parts went. */
export interface Edited {
  readonly text: string
  /** The new place of an old offset: behind what was inserted there; inside a replaced span, the end of its new content. */
  moved(offset: Offset): Offset
  /** Where the content of an edit stands now. */
  placeOf(edit: Edit): Span
}

/** Whether two edits do the same, so that they are to be done once. */
export function sameEdit(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.content === b.content
}

/** Edits in the order of the text, equal ones (a shared import) once. Insertions at one place keep their order. */
export function mergeEdits(edits: readonly Edit[]): readonly Edit[] {
  const merged: Edit[] = []
  for (const edit of [...edits].sort(inOrder)) {
    const twins = merged.slice(merged.findLastIndex(each => each.span.start !== edit.span.start) + 1)
    if (!twins.some(twin => sameEdit(twin, edit))) merged.push(edit)
  }
  return merged
}

function inOrder(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end
}

/** Whether two edits write over each other, or insert at one place in an order that nobody chose. */
export function overlap(a: Edit, b: Edit): boolean {
  if (sameEdit(a, b)) return false
  const [first, second] = inOrder(a, b) <= 0 ? [a, b] : [b, a]
  return second.span.start < first.span.end || (inOrder(a, b) === 0 && first.span.start === first.span.end)
}

/** The items whose edits can be applied together: of two that write over each other, the one that begins first. */
export function withoutOverlaps<T>(items: readonly T[], editsOf: (item: T) => readonly Edit[]): readonly T[] {
  const owned = items.flatMap(item => editsOf(item).map(edit => ({ item, edit })))
  const out = new Set<T>()
  let last: { readonly item: T; readonly edit: Edit } | null = null
  for (const each of owned.sort((a, b) => inOrder(a.edit, b.edit))) {
    if (out.has(each.item)) continue
    if (last && last.item !== each.item && overlap(last.edit, each.edit)) out.add(each.item)
    else if (!last || each.edit.span.end >= last.edit.span.end) last = each
  }
  return items.filter(item => !out.has(item))
}

/**
 * Applies edits that do not overlap; equal ones count once.
 * @throws RangeError when two of them overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  const merged = mergeEdits(edits)
  const pieces: string[] = []
  let end = 0
  for (const edit of merged) {
    if (edit.span.start < end) throw new RangeError(`edits overlap at offset ${edit.span.start}`)
    pieces.push(text.slice(end, edit.span.start), edit.content)
    end = edit.span.end
  }
  pieces.push(text.slice(end))
  return {
    text: pieces.join(''),
    moved: offset => moved(merged, offset),
    placeOf: edit => placeOf(merged, edit),
  }
}

function growth({ span, content }: Edit): number {
  return content.length - (span.end - span.start)
}

function moved(edits: readonly Edit[], offset: Offset): Offset {
  let shift = 0
  for (const edit of edits) {
    if (edit.span.start > offset || (edit.span.start === offset && edit.span.end > offset)) break
    if (edit.span.end > offset) return toOffset(edit.span.start + shift + edit.content.length)
    shift += growth(edit)
  }
  return toOffset(offset + shift)
}

function placeOf(edits: readonly Edit[], wanted: Edit): Span {
  const index = edits.findIndex(edit => sameEdit(edit, wanted))
  const start = edits.slice(0, index).reduce((at, edit) => at + growth(edit), Number(wanted.span.start))
  return span(start, start + wanted.content.length)
}
