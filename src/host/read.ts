import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { EngineMessage } from '../engine/message.ts'
import type { Read } from './decoded.ts'
import { reasonOf } from './failure.ts'
import { isNotebook, longestNeedle, mentions, tellingWords, wordsIn } from './mentions.ts'
import { readIntoRoom, roomSize } from './room.ts'
import { decode } from './source.ts'

/** The bytes of a file, or why there is nothing to decode. */
type Bytes = Exclude<Read, { readonly kind: 'source' }> | { readonly kind: 'bytes'; readonly bytes: Buffer }

/** Bytes of a notebook, whose pictures do not count towards the limit of its code. */
const mostOfNotebook = 100 * 1024 * 1024

/** Reads a file that may have findings, since it holds one of the words; `limit` in bytes. */
export async function readFile(path: string, limit: number, words = tellingWords): Promise<Read> {
  return decoded(bytesOf(path, mostOf(path, limit), wordsIn(path, words)), path, words)
}

/** The same for bytes that are at hand, of a file of that name. */
export async function readBytes(bytes: Buffer, path: string, limit: number): Promise<Read> {
  return decoded(looked(bytes, mostOf(path, limit), wordsIn(path, tellingWords)), path, tellingWords)
}

function mostOf(path: string, limit: number): number {
  return isNotebook(path) ? mostOfNotebook : limit
}

async function decoded(found: Bytes, path: string, words: readonly string[]): Promise<Read> {
  if (found.kind !== 'bytes') return found
  if (!isNotebook(path)) return decode(found.bytes)
  // Loaded only here, since most runs meet no notebook.
  const { decodeNotebook } = await import('./decode_notebook.ts')
  return decodeNotebook(found.bytes, words)
}

function bytesOf(path: string, limit: number, words: readonly string[]): Bytes {
  try {
    const file = openSync(path, 'r')
    try {
      return bytesIn(file, limit, words)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return problem(messageOf(error))
  }
}

function bytesIn(file: number, limit: number, words: readonly string[]): Bytes {
  const stat = fstatSync(file)
  if (stat.isCharacterDevice() || stat.isBlockDevice())
    return problem({ id: 'file.unreadable', reason: 'it is a device' })
  if (stat.size > limit) return lookThrough(file, stat.size, limit)
  return stat.isFile() && stat.size < roomSize
    ? lookedInRoom(file, stat.size, limit, words)
    : looked(readFileSync(file), limit, words)
}

function lookedInRoom(file: number, size: number, limit: number, words: readonly string[]): Bytes {
  const found = looked(readIntoRoom(file, size), limit, words)
  return found.kind === 'bytes' ? { kind: 'bytes', bytes: Buffer.from(found.bytes) } : found
}

function looked(bytes: Buffer, limit: number, words: readonly string[]): Bytes {
  if (!mentions(bytes, words)) return { kind: 'passed-over' }
  return bytes.length > limit ? problem({ id: 'file.too-large', bytes: bytes.length, limit }) : { kind: 'bytes', bytes }
}

/** A file that is too large to parse is looked through a piece at a time, so that it is not too large for memory. */
function lookThrough(file: number, bytes: number, limit: number): Bytes {
  const piece = Buffer.alloc(1 << 20)
  let kept = 0
  for (;;) {
    const read = readSync(file, piece, kept, piece.length - kept, null)
    if (read === 0) return { kind: 'passed-over' }
    const held = piece.subarray(0, kept + read)
    if (mentions(held, tellingWords)) return problem({ id: 'file.too-large', bytes, limit })
    kept = Math.min(longestNeedle, held.length)
    held.copy(piece, 0, held.length - kept)
  }
}

function messageOf(error: unknown): EngineMessage {
  const reason = reasonOf(error)
  return reason.startsWith('ENOENT') ? { id: 'file.missing' } : { id: 'file.unreadable', reason }
}

function problem(message: EngineMessage): Bytes {
  return { kind: 'problem', message }
}
