/** Holds the occurrences against the findings. */

/** `file:row:column` of everything that was reported. */
export function reportedPlaces(findings) {
  return new Set(findings.map(({ filename, location }) => `${filename}:${location.row}:${location.column}`))
}

/** Every occurrence with its explanation: `reported`, a category, or null. */
export function explained(occurrences, places) {
  return occurrences.map(each => {
    const reported = places.has(`${each.path}:${each.row}:${each.column}`)
    return { ...each, explanation: reported ? 'reported' : each.category }
  })
}

/** How often each explanation was given, the most frequent first. */
export function tally(occurrences) {
  const counts = new Map()
  for (const { explanation } of occurrences) counts.set(explanation, (counts.get(explanation) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
