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

/** Edits in the order of the text, equal ones (a shared import) once. Insertions at one place keep their order; whole lines are sorted. */
export function mergeEdits(edits: readonly Edit[]): readonly Edit[] {
  const merged: Edit[] = []
  for (const edit of [...edits].sort(inOrder)) {
    const twins = merged.slice(merged.findLastIndex(each => each.span.start !== edit.span.start) + 1)
    if (!twins.some(twin => sameEdit(twin, edit))) merged.push(edit)
  }
  return merged
}

function inOrder(a: Edit, b: Edit): number {
  const place = a.span.start - b.span.start || a.span.end - b.span.end
  // `import a` before `from a import b`, as is the custom.
  return place || !isLine(a) || !isLine(b) ? place : Number(a.content < b.content) - Number(a.content > b.content)
}

/** Whether whole lines are inserted, such as an import: of two at one place, either may be first. */
function isLine({ span, content }: Edit): boolean {
  return span.start === span.end && /^[\r\n]|[\r\n]$/.test(content)
}

/** Whether two edits write over each other, or insert at one place in an order that nobody chose. */
export function overlap(a: Edit, b: Edit): boolean {
  if (sameEdit(a, b)) return false
  const [first, second] = inOrder(a, b) <= 0 ? [a, b] : [b, a]
  const isTie = second.span.start === first.span.start && second.span.end === first.span.end
  return (
    second.span.start < first.span.end || (isTie && first.span.start === first.span.end && !(isLine(a) && isLine(b)))
  )
}

/** The items whose edits can be applied together: of two that write over each other, the one that begins first. Items may share a list. */
export function withoutOverlaps<T>(items: readonly T[], editsOf: (item: T) => readonly Edit[]): readonly T[] {
  const lists = [...new Set(items.map(editsOf))]
  const out = overlapping(lists)
  return items.filter(item => !out.has(editsOf(item)))
}

function overlapping(lists: readonly (readonly Edit[])[]): ReadonlySet<readonly Edit[]> {
  const owned = lists.flatMap(list => list.map(edit => ({ list, edit })))
  const out = new Set<readonly Edit[]>()
  let last: (typeof owned)[number] | null = null
  for (const each of owned.sort((a, b) => inOrder(a.edit, b.edit))) {
    if (out.has(each.list)) continue
    if (last && last.list !== each.list && overlap(last.edit, each.edit)) out.add(each.list)
    else if (!last || each.edit.span.end >= last.edit.span.end) last = each
  }
  return out
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
  const shifts = new Shifts(merged)
  return { text: pieces.join(''), moved: offset => shifts.moved(offset), placeOf: edit => shifts.placeOf(edit) }
}

/** The edits, and how far each shifts what stands behind it. */
class Shifts {
  private readonly edits: readonly Edit[]
  /** The sum of what all edits before the one at the index add. */
  private readonly before: readonly number[]

  constructor(edits: readonly Edit[]) {
    let sum = 0
    this.edits = edits
    this.before = [
      0,
      ...edits.map(({ span, content }) => {
        sum += content.length - (span.end - span.start)
        return sum
      }),
    ]
  }

  moved(offset: Offset): Offset {
    const index = this.first(({ span }) => span.start > offset || (span.start === offset && span.end > offset))
    const last = this.edits[index - 1]
    if (last && last.span.end > offset) return toOffset(last.span.start + this.shift(index - 1) + last.content.length)
    return toOffset(offset + this.shift(index))
  }

  placeOf(wanted: Edit): Span {
    let index = this.first(edit => inOrder(edit, wanted) >= 0)
    while (index < this.edits.length && !sameEdit(this.edits[index] ?? wanted, wanted)) index++
    const start = wanted.span.start + this.shift(index)
    return span(start, start + wanted.content.length)
  }

  private shift(index: number): number {
    return this.before[index] ?? 0
  }

  /** The index of the first edit that is far enough, by halving. */
  private first(isFar: (edit: Edit) => boolean): number {
    let [low, high] = [0, this.edits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const edit = this.edits[middle]
      if (edit && isFar(edit)) high = middle
      else low = middle + 1
    }
    return low
  }
}
