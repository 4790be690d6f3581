import { eastAsianWidth } from 'get-east-asian-width'

// What would move the cursor, colour the terminal or turn the text round, instead of being seen.
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u

const tabSize = 4
const limit = 1000

/** A text of the program on one line: control characters escaped as Python would. */
export function visible(text: string): string {
  return text.replace(unseen, escaped)
}

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  const hex = code.toString(16)
  if (character === '\n') return '\\n'
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`
}

/** The same in JSON, where line ends stand between members and all others in strings. */
export function escapedAll(json: string): string {
  return json.replace(unseen, character =>
    character === '\n' ? '\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A line of source as it is shown: visible, tabs as spaces, endless lines cut. */
export function visibleLine(line: string): string {
  const [first = '', ...rest] = line.slice(0, limit).split('\t')
  const shown = rest.reduce((before, part) => untabbed(before) + visible(part), visible(first))
  return line.length > limit ? `${shown}…` : shown
}

function untabbed(before: string): string {
  return before + ' '.repeat(tabSize - (columns(before) % tabSize))
}

/** How many columns of a terminal a visible text takes. */
export function columns(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0)
}

function columnsOf(character: string): number {
  return zeroWidth.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0)
}
