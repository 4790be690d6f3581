declare const offsetBrand: unique symbol

/** A place in a text, counted in UTF-16 code units from 0. */
export type Offset = number & { readonly [offsetBrand]: true }

/** Part of a text, from `start` up to but without `end`. */
export interface Span {
  readonly start: Offset
  readonly end: Offset
}

/** Brands a count of UTF-16 code units; the one door by which a plain number becomes an offset. */
export function toOffset(units: number): Offset {
  // The brand exists in types only, so a cast is the only way to put it on.
  return units as Offset
}

/** The span between two counts of UTF-16 code units. */
export function span(start: number, end: number): Span {
  return { start: toOffset(start), end: toOffset(end) }
}

/** Whether the inner span lies in the outer one; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
