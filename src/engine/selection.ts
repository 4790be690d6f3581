import { type Code, codes } from './codes.ts'
import type { Options } from './options.ts'

/** Whether a code is reported: the longest prefix that names it decides, and of two as long the one that ignores. */
export function isSelected(code: Code, { select, extendSelect, ignore }: Options): boolean {
  const chosen = longest(code, [...select, ...extendSelect])
  if (chosen < 0 || longest(code, ignore) >= chosen) return false
  return codes[code].byDefault || chosen > 'TSP'.length
}

function longest(code: Code, prefixes: readonly string[]): number {
  return Math.max(-1, ...prefixes.filter(prefix => code.startsWith(prefix)).map(prefix => prefix.length))
}
