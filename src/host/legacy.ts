import iconv from 'iconv-lite'
import { codingIn } from './coding.ts'
import type { Decoded } from './decoded.ts'

/** Reads bytes in an encoding that the source names. */
export function decodeLegacy(bytes: Buffer, coding: string): Decoded {
  if (!iconv.encodingExists(coding)) return problem(`its encoding "${coding}" is not known`)
  const text = toText(bytes, coding)
  // The second condition keeps out what is no encoding of text, such as base64.
  if (!iconv.encode(text, coding).equals(bytes) || codingIn(text) !== coding) return problem(`it is not ${coding}`)
  return { kind: 'source', source: { bytes, text, bom: '', encode: changed => toBytes(changed, coding) } }
}

function toText(bytes: Buffer, coding: string): string {
  return iconv.decode(bytes, coding, { stripBOM: false })
}

function toBytes(text: string, coding: string): Buffer {
  const bytes = iconv.encode(text, coding)
  if (toText(bytes, coding) !== text) throw new Error(`the fixed text cannot be written in ${coding}`)
  return bytes
}

function problem(reason: string): Decoded {
  return { kind: 'problem', message: { id: 'file.unreadable', reason } }
}
