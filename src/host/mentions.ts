/** What stands in every file that can have a finding: the classes' common part, and the functions'. */
const needles = ['ConvTranspose', 'conv_transpose']

/** How many bytes of a file's end a needle may begin in. */
export const longestNeedle = Math.max(...needles.map(needle => needle.length))

/** Whether a file has to be parsed at all; a look at its bytes, which is all that most files of a repository get. */
export function mentionsConvTranspose(bytes: Buffer): boolean {
  return needles.some(needle => bytes.includes(needle, 0, 'latin1'))
}
