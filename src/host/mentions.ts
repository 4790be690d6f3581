import { legacyCodingOf } from './source.ts'

/** What stands in every file that names one of the classes or functions; the last in one that puts the name together. */
const classNames: readonly string[] = ['ConvTranspose', 'conv_transpose', 'Conv1dTranspose', 'Conv{']

/** What stands in every comment that is for torchspore alone, as a formatter leaves it. */
const suppressions: readonly string[] = ['torchspore: ignore', 'noqa: TSP']

/** What stands in every file that may have a finding by itself. */
export const tellingWords: readonly string[] = [...classNames, ...suppressions]

/** How many bytes of a file's end such a word may begin in. */
export const longestNeedle = Math.max(...tellingWords.map(word => word.length))

/** How JSON may write the characters of such names instead. */
const escapedLetters: readonly string[] = ['\\u004', '\\u005', '\\u006', '\\u007', '\\u0031']

/** Whether a file is a notebook, by its name. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb')
}

/** What to look for in the bytes of a file of that name, when its code is to hold one of the words. */
export function wordsIn(path: string, words: readonly string[]): readonly string[] {
  return isNotebook(path) ? [...words, ...escapedLetters] : words
}

/** Whether a file has to be parsed at all; a look at its bytes, which is all that most files of a repository get. */
export function mentions(bytes: Buffer, words: readonly string[]): boolean {
  const stands = (word: string) => (classNames.includes(word) ? namesClass(bytes, word) : bytes.includes(word))
  return words.some(stands) || writesOtherwise(bytes, words)
}

/** Whether the bytes are of an encoding that may write one of the words in other bytes than UTF-8 does. */
function writesOtherwise(bytes: Buffer, words: readonly string[]): boolean {
  return words.some(word => Buffer.byteLength(word) > word.length) && legacyCodingOf(bytes) !== null
}

/** Whether bytes hold one of some words. */
export type Look = (bytes: Buffer) => boolean

/** The same as `mentions` for many files, in as few passes over each as that takes. */
export function lookFor(words: readonly string[]): Look {
  const isMentioned = (bytes: Buffer) => mentions(bytes, words)
  if (words.every(word => tellingWords.includes(word))) {
    const first = words.length > 0 ? [inEachName, ...suppressions] : []
    return bytes => first.some(word => bytes.includes(word)) && isMentioned(bytes)
  }
  if (words.length <= fewWords) return isMentioned
  const pattern = patternOf(words)
  return bytes => (pattern.test(bytes.toString('latin1')) ? isMentioned(bytes) : writesOtherwise(bytes, words))
}

/** What stands in each file with one of the names of the classes. */
const inEachName = 'anspose'
/** So many words are found sooner one after the other. */
const fewWords = 3

/** What stands behind a name where it is that of another class. */
const others: readonly string[] = ['2d', '3d']

function namesClass(bytes: Buffer, word: string): boolean {
  if (!bytes.includes(inEachName)) return false
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) {
    const end = at + word.length
    if (!others.includes(bytes.toString('latin1', end, end + 2))) return true
  }
  return false
}

/** Finds any of the words, whatever stands behind it, in bytes that are read as Latin-1; all of them in one pass. */
function patternOf(words: readonly string[]): RegExp {
  const bytes = (word: string) => Buffer.from(word).toString('latin1')
  return new RegExp(words.map(word => bytes(word).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'))
}
