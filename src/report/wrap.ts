import { columns } from './visible.ts'

/** What is not to be torn apart: equations, indices, small parentheses. */
const together = / = |\[[^[\]]*\]|\([^()]{1,16}\)/g
/** Stands for a space there; no text that is shown holds it, since `visible` escapes it. */
const held = '\u0000'

/** A word with the blanks before it. A Chinese character is a word of its own; punctuation stays with what it belongs to. */
const words =
  / *(?:[（“《]*(?:\p{Script=Han}|[^ \p{Script=Han}（“《，。、；：！？）”》]+)[，。、；：！？）”》]*|[，。、；：！？）”》（“《]+)| +$/gu

/** Lines of at most `width` columns, broken between words; a longer word is broken where it must be. */
export function wrap(text: string, width: number): readonly string[] {
  const found = text.replace(together, each => each.replaceAll(' ', held)).match(words) ?? ['']
  return fill(found, width).map(line => line.replaceAll(held, ' '))
}

function fill(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.flatMap(each => pieces(each, width))) {
    if (line === '' || columns(line + word) <= width) line += word
    else {
      lines.push(line)
      line = word.trimStart()
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
