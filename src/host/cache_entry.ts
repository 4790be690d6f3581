import { deserialize, serialize } from 'node:v8'
import type { Analysis } from '../engine/checker.ts'
import { digest } from './snapshot.ts'

/** What was found in a file. */
export type Found = Omit<Analysis, 'consulted'>

/** The same, and the files that it rests on, packed. */
export interface Entry {
  readonly found: Found
  readonly files: string
}

/** An entry as bytes: a digest of all that follows, the key, and the entry as Node writes values, which keeps shared parts shared. */
export function packEntry(entry: Entry, key: string): Uint8Array {
  const body = Buffer.concat([Buffer.from(key), serialize(entry)])
  return Buffer.concat([Buffer.from(digest(body)), body])
}

/** The entry of a key; null for another key's, and for bytes that are not as they were written. */
export function unpackEntry(bytes: Buffer | null, key: string): Entry | null {
  if (!bytes || bytes.toString('latin1', key.length, 2 * key.length) !== key) return null
  const body = bytes.subarray(key.length)
  if (digest(body) !== bytes.toString('latin1', 0, key.length)) return null
  // The digest says that these bytes are what packEntry made.
  return deserialize(body.subarray(key.length)) as Entry
}
