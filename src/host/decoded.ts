import type { EngineMessage } from '../engine/message.ts'

/** The text of a file, and the way back to its bytes. */
export interface Source {
  readonly bytes: Buffer
  /** Without the byte order mark. */
  readonly text: string
  /** The byte order mark that stands before the text, if one does. */
  readonly bom: '' | '\uFEFF'
  /** The bytes of another text in its place: its byte order mark and its encoding. */
  encode(text: string): Buffer
}

/** A file's text, or why it has none. */
export type Decoded =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'problem'; readonly message: EngineMessage }
