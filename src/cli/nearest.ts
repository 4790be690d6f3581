const most = 3

/** The candidates that a text was most likely meant to be; none when it is like none of them. */
export function nearest(text: string, candidates: readonly string[]): readonly string[] {
  const ranked = candidates.map(candidate => ({ candidate, distance: distance(text, candidate) }))
  const least = Math.min(...ranked.map(each => each.distance))
  if (least > text.length / 2) return []
  return ranked
    .filter(each => each.distance === least)
    .map(({ candidate }) => candidate)
    .slice(0, most)
}

/** How many characters have to be put in, taken out or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, ofA] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, ofB] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (ofA === ofB ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
