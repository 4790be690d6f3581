/** What stands in every file that names one of the classes or functions. */
export const classNames: readonly string[] = ['ConvTranspose', 'conv_transpose', 'Conv1dTranspose']

/** How many bytes of a file's end such a name may begin in. */
export const longestNeedle = Math.max(...classNames.map(name => name.length))

/** Whether a file has to be parsed at all; a look at its bytes, which is all that most files of a repository get. */
export function mentions(bytes: Buffer, words: readonly string[]): boolean {
  return words.some(word => bytes.includes(word, 0, 'utf8'))
}
