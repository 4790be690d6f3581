import { type Code, codes } from '../engine/codes.ts'

// Object.keys gives strings; the table's own keys are its codes.
const all = Object.keys(codes) as readonly Code[]

/** The codes that begin with a prefix. */
export function codesOf(prefix: string): readonly Code[] {
  return all.filter(code => code.startsWith(prefix))
}

/** Whether a text is a code or, from `TSP` on, the beginning of one. */
export function isCodePrefix(text: string): boolean {
  return text.startsWith('TSP') && codesOf(text).length > 0
}

/** All codes and the beginnings that stand for several: `TSP`, `TSP1`, `TSP10`, `TSP101`, … */
export const codePrefixes: readonly string[] = [
  ...new Set(all.flatMap(code => [3, 4, 5, 6].map(length => code.slice(0, length)))),
].sort()

/** What is wrong with a text that is no code. */
export function noSuchCode(text: string): string {
  return `${JSON.stringify(text)} is not a code; use one such as "TSP101", or the beginning of several such as "TSP1"`
}

/**
 * The codes of a comma-separated list of the command line.
 * @throws RangeError when one is not a code
 */
export function parseCodes(list: string): readonly string[] {
  const entries = list.split(',').map(entry => entry.trim())
  const wrong = entries.find(entry => !isCodePrefix(entry))
  if (wrong !== undefined) throw new RangeError(noSuchCode(wrong))
  return entries
}
