import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import type { Loader } from '../engine/loader.ts'
import { readIntoRoom, roomSize } from './room.ts'
import { decodeUtf8, legacyCodingOf } from './source.ts'

/** Gives the engine the other modules around a file as they are when it asks, none larger than the limit in bytes. */
export function createLoaders(limit: number): (path: string) => Loader {
  const read = (path: string) => withModule(path, limit, moduleText)
  const files = { read, exists: isFile, isFolder }
  return path => ({ path, ...files })
}

/** Whether there is a file at the path, or a link to one. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Whether a path is a folder; no, where nothing can be known: reading it as a file will tell why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/**
 * What is made of the bytes of a module, which are gone after that; null for what is too large, no file or cannot be read: for
 * what imports it, it is not there.
 */
export function withModule<T>(path: string, limit: number, make: (bytes: Buffer) => T): T | null {
  try {
    // Of a pipe, opening would otherwise wait for a writer.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stat = fstatSync(file)
      if (!stat.isFile() || stat.size > limit) return null
      return make(stat.size < roomSize ? readIntoRoom(file, stat.size) : readFileSync(file))
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

/** Decodes what will not be written back, for which the platform's own decoder is enough; null where it does not know how. */
export function moduleText(bytes: Buffer): string | null {
  const coding = legacyCodingOf(bytes)
  if (coding !== null) return decodeAs(coding, bytes)
  const decoded = decodeUtf8(bytes)
  return decoded.kind === 'source' ? decoded.source.text : null
}

/** Names that Python has for this encoding; a TextDecoder knows only some of them. */
const latin1 = /^(latin[-_]?1|l1|latin|iso[-_]?8859[-_]?1|8859|cp819)$/

function decodeAs(coding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(latin1.test(coding) ? 'latin1' : coding).decode(bytes)
  } catch {
    return null
  }
}
