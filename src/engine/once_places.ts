import { atomsOf, type Expression } from '../python/expression.ts'
import type { Offset } from '../text/span.ts'

/**
 * Places that agree between two modules that are the same up to `start`: a call, or whatever else runs only once, is known
 * by its number among those of its module. So the second call of one is the second call of the other, if their texts agree.
 */
export function oncePlaces(values: readonly Expression[], start: Offset): (offset: Offset) => number {
  const starts = values
    .flatMap(atomsOf)
    .filter(atom => !atom.pure)
    .map(({ node }) => node.start)
  return offset => (offset < start ? offset : start + starts.filter(each => each <= offset).length)
}
