/** The items behind what leads to them; nothing when there are none. */
export function clause(items: readonly string[], lead: string, separator = ', '): string {
  return items.length > 0 ? lead + items.join(separator) : ''
}
