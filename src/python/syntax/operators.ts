/** How strongly operators bind. tree-sitter-python has `^` bind more strongly than `&`, which Python does not. */
const powers: ReadonlyMap<string, number> = new Map([
  ['|', 1],
  ['^', 2],
  ['&', 3],
  ['<<', 4],
  ['>>', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['//', 6],
  ['%', 6],
  ['@', 6],
])

/** How strongly an operator between two operands binds; 0 for any other token. */
export function powerOfOperator(type: string): number {
  return powers.get(type) ?? 0
}

export const comparators: ReadonlySet<string> = new Set(['<', '<=', '==', '!=', '>=', '>', 'in', 'is', 'not'])

/** The words of a text, each of them the one string that stands for its characters: such strings are compared at once. */
export function interned(text: string): readonly string[] {
  return Object.keys(Object.fromEntries(text.split(/\s+/).map(word => [word, true])))
}
