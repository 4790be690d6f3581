/** So many words are looked for ahead of time: with each, more has to be compared at every byte of all files. */
const most = 16

export function packWords(words: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(words))
}

/** The words that were packed; none where the bytes are anything else, or more than it pays to look for. */
export function unpackWords(bytes: Buffer | null): readonly string[] {
  const words = bytes ? listIn(bytes.toString()) : []
  return words.length <= most ? words : []
}

function listIn(json: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(json)
    return Array.isArray(read) && read.every(each => typeof each === 'string') ? read : []
  } catch {
    return []
  }
}
