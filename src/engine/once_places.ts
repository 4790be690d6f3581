import { atomsOf, type Expression } from '../python/expression.ts'
import type { Offset } from '../text/span.ts'

/**
 * Places that agree between modules that are the same up to `start`: a call, or whatever else runs only once, has the place
 * of what is written alike and has the same number in another module. So the second `f()` of one is the second `f()` of the
 * other, if what comes first is `f()` in both, too.
 */
export class OncePlaces {
  private readonly start: Offset
  private readonly known = new Map<string, number>()

  constructor(start: Offset) {
    this.start = start
  }

  /** The places in the module that holds these values, in the order in which they are evaluated. */
  of(values: readonly Expression[]): (offset: Offset) => number {
    const once = values.flatMap(atomsOf).filter(atom => !atom.pure)
    const places = once.map(({ node, text }, index) => ({ from: node.start, place: this.placeOf(`${index} ${text}`) }))
    return offset =>
      offset < this.start ? offset : (places.findLast(({ from }) => from <= offset)?.place ?? this.start)
  }

  private placeOf(written: string): number {
    const place = this.known.get(written) ?? this.start + this.known.size + 1
    this.known.set(written, place)
    return place
  }
}
