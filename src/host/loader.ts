import { readFileSync, statSync } from 'node:fs'
import type { Loader } from '../engine/loader.ts'
import { decodeUtf8, legacyCodingOf } from './source.ts'

/** Gives the engine the other modules around the files of one run, none larger than the limit in bytes. */
export function createLoaders(limit: number): (path: string) => Loader {
  const files = { read: (path: string) => textOf(path, limit), exists: isFile }
  return path => ({ path, ...files })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function textOf(path: string, limit: number): string | null {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat?.isFile() && stat.size <= limit ? decodeOnly(readFileSync(path)) : null
  } catch {
    // What cannot be read is, for the file that imports it, not there.
    return null
  }
}

/** Decodes what will not be written back, for which the platform's own decoder is enough. */
function decodeOnly(bytes: Buffer): string | null {
  const coding = legacyCodingOf(bytes)
  if (coding !== null) return new TextDecoder(coding).decode(bytes)
  const decoded = decodeUtf8(bytes)
  return decoded.kind === 'source' ? decoded.source.text : null
}
