import { closeSync, openSync } from 'node:fs'
import { classNames, isNotebook, mentions, patternOf, writesOtherwise } from './mentions.ts'
import { readIntoRoom, roomSize } from './room.ts'

/** A glance at the bytes of files: most of a repository hold none of the words that matter, and need no more than that. */
export class Glance {
  /** Words that may matter later: they are looked for at once, so that few files are read again. */
  private readonly ahead: ReadonlySet<string>
  private readonly pattern: RegExp
  /** Files that hold none of them, nor a name of the class. */
  private readonly clean = new Set<string>()
  private readonly named: ReadonlySet<string>

  /** What was `named` may be a pipe, of which what is read is gone: it is only read in full. */
  constructor(ahead: readonly string[], named: readonly string[]) {
    this.ahead = new Set(ahead)
    this.named = new Set(named)
    this.pattern = patternOf([...classNames, ...ahead])
  }

  /** Whether a file may name the class; no only where that is certain. */
  mayName(path: string): boolean {
    const bytes = this.bytesOf(path)
    if (!bytes) return true
    if (this.ahead.size > 0 && !this.holdsOne(bytes)) this.clean.add(path)
    return !this.clean.has(path) && mentions(bytes, classNames)
  }

  /** Whether a file may hold one of the words; no only where that is certain. */
  mayHold(path: string, words: readonly string[]): boolean {
    if (this.clean.has(path) && words.every(word => this.ahead.has(word))) return false
    const bytes = this.bytesOf(path)
    return !bytes || mentions(bytes, words)
  }

  private holdsOne(bytes: Buffer): boolean {
    return this.pattern.test(bytes.toString('latin1')) || writesOtherwise(bytes, [...this.ahead])
  }

  /** Null where reading the file in full has to tell; notebooks may write words in other ways. */
  private bytesOf(path: string): Buffer | null {
    return this.named.has(path) || isNotebook(path) ? null : bytesAt(path)
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
