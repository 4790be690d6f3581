import { escapedAll } from './visible.ts'

/**
 * A value as JSON in which nothing is unseen: JSON.stringify lets through what clears a terminal's screen, turns text round,
 * or ends a line to some who read it, U+009B, U+202E and U+2028 among them.
 */
export function jsonText(value: unknown, indent = 0): string {
  return escapedAll(JSON.stringify(value, null, indent))
}
