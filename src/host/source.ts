import { isUtf8 } from 'node:buffer'
import { codingOf, isUtf8Name } from './coding.ts'
import type { Decoded } from './decoded.ts'

const bomBytes = Buffer.from('\uFEFF')

/** Reads bytes as Python does: UTF-8 unless a coding line says otherwise. No byte is lost: what cannot be written back is a problem. */
export async function decode(bytes: Buffer): Promise<Decoded> {
  if (bytes.includes(0)) return { kind: 'problem', message: { id: 'file.binary' } }
  const coding = legacyCodingOf(bytes)
  if (coding === null) return decodeUtf8(bytes)
  // Loaded only here: the tables of the encodings of the world would slow every start.
  const { decodeLegacy } = await import('./legacy.ts')
  return decodeLegacy(bytes, coding)
}

/** The encoding of bytes that are not UTF-8 by their own word. */
export function legacyCodingOf(bytes: Buffer): string | null {
  const coding = codingOf(bytes)
  return coding === null || isUtf8Name(coding) || startsWithBom(bytes) ? null : coding
}

const startsWithBom = (bytes: Buffer) => bytes.subarray(0, bomBytes.length).equals(bomBytes)

export function decodeUtf8(bytes: Buffer): Decoded {
  if (!isUtf8(bytes)) return { kind: 'problem', message: { id: 'file.not-utf8' } }
  const bom = startsWithBom(bytes) ? '\uFEFF' : ''
  const text = bytes.toString('utf8', Buffer.byteLength(bom))
  return { kind: 'source', source: { bytes, text, bom, encode: changed => Buffer.from(bom + changed) } }
}
