import { columns } from './visible.ts'

/** What is not to be torn apart: equations, indices, small parentheses. */
const together = / = |\[[^[\]]*\]|\([^()]{1,16}\)/g
/** Stands for a space there; no text that is shown holds it, since `visible` escapes it. */
const held = '\u0000'

/** Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be. */
export function wrap(text: string, width: number): readonly string[] {
  const words = text.replace(together, each => each.replaceAll(' ', held)).split(' ')
  return fill(words, width).map(line => line.replaceAll(held, ' '))
}

function fill(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.flatMap(each => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columns(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

function pieces(word: string, width: number): readonly string[] {
  const found: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && columns(piece + character) > width) {
      found.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...found, piece]
}
