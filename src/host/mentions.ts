/** What stands in every file that names one of the classes or functions. */
export const classNames: readonly string[] = ['ConvTranspose', 'conv_transpose', 'Conv1dTranspose']

/** How many bytes of a file's end such a name may begin in. */
export const longestNeedle = Math.max(...classNames.map(name => name.length))

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
  return words.some(word => bytes.includes(word, 0, 'utf8'))
}
