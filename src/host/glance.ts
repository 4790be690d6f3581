import { closeSync, openSync } from 'node:fs'
import { isNotebook, lookFor, mentions } from './mentions.ts'
import { readIntoRoom, roomSize } from './room.ts'

/** Lists of words, at most eight. */
export type Sought = readonly (readonly string[])[]

/** By the bit at a list's place: whether a file may hold one of its words; no only where that is certain. */
export type Seen = number

/**
 * A glance at the bytes of files: most of a repository hold none of the words that matter, and need no more than that. Where
 * reading in full has to tell (large files, notebooks, which may write words in other ways), the answer is yes.
 */
export function createGlance(sought: Sought): (path: string) => Seen {
  const look = lookFor(sought.flat())
  const all = 2 ** sought.length - 1
  return path => {
    const bytes = isNotebook(path) ? null : bytesAt(path)
    if (bytes === null) return all
    return look(bytes) ? sought.reduce((seen, words, at) => seen | (mentions(bytes, words) ? 1 << at : 0), 0) : 0
  }
}

/** The bytes of a file; null where it is large or cannot be read. */
function bytesAt(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = readIntoRoom(file, roomSize)
      return bytes.length < roomSize ? bytes : null
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
