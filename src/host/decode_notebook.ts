import type { Read } from './decoded.ts'
import { readNotebookText } from './read_text.ts'
import { decodeUtf8 } from './source.ts'

/** Reads the bytes of a notebook; one whose code holds none of the words is passed over. */
export function decodeNotebook(bytes: Buffer, words: readonly string[]): Read {
  const decoded = decodeUtf8(bytes)
  if (decoded.kind === 'problem') return decoded
  const { source } = decoded
  const read = readNotebookText(source.text, words)
  if (read.kind !== 'notebook') return read
  const { text, layout, render } = read
  return { kind: 'source', source: { ...source, text, layout, encode: changed => source.encode(render(changed)) } }
}
